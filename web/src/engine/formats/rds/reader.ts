import type { Feed } from "./feed";
import { decoded, type Held, type Numbers } from "./held";
import { resolved } from "./altrep";
import { NO_ATTRIBUTES, R_NULL, type Attributes, type REnvironment, type RNumbers, type RValue } from "./values";

/** Takes a vector's values as they come, in arrays that are used again. */
export type Sink = (values: Numbers) => void;

/** Slots and attributes that hold nothing that is read, and often most of a file. */
const PASSED_OVER = new Set(
  (
    "scale.data graphs graph neighbors images commands tools misc jackstraw feature.loadings feature.loadings.projected gene.loadings " +
    "gene.loadings.full SCTModel.list imputed cluster.tree snn calc.params kmeans spatial hvg.info fragments motifs links " +
    "int_metadata metadata srcref srcfile wholeSrcref"
  ).split(" "),
);
/** Slots of sparse matrices. */
const OF_MATRICES = new Set(["i", "j", "p", "x"]);

const [OBJECT_ATTRIBUTES, TAGGED] = [1 << 9, 1 << 10];
/** Levels of nesting beyond which a file is no object of R; after so many the stack is begun anew. */
const [DEEPEST, STACKED] = [20_000, 100];

/* Kinds of items, by R's serialize.c. */
const CONSTANTS = new Map([
  [254, "null"],
  [253, "the global environment"],
  [252, "an unbound value"],
  [251, "a missing argument"],
  [250, "a namespace"],
  [242, "the empty environment"],
  [241, "the base environment"],
]);
const CALLS = new Map([
  [3, "a function"],
  [5, "a promise"],
  [6, "a call"],
  [17, "arguments"],
]);

const other = (what: string, attributes: Attributes = NO_ATTRIBUTES): RValue => ({ kind: "other", what, attributes });

/** Reads the objects of a stream in XDR, keeps those that may be wanted, and passes over the others. */
export class RReader {
  private readonly references: RValue[] = [];
  private vectors = 0;

  constructor(
    private readonly feed: Feed,
    private readonly held: Held,
    /** Vectors that are read, by their place; nothing is kept then. */
    private readonly wanted: ReadonlyMap<number, Sink> | null = null,
  ) {}

  /** The object of the stream, from the version on. */
  async read(): Promise<RValue> {
    const version = await this.int();
    if (version !== 2 && version !== 3) throw this.feed.damaged(`it is written in version ${version} of R's format, not 2 or 3`);
    await this.feed.skip(8);
    if (version === 3) await this.feed.skip(await this.length());
    return this.item(this.wanted === null, 0);
  }

  private async int(): Promise<number> {
    if (!this.feed.has(4)) await this.feed.fill(4);
    return this.feed.int();
  }

  private async length(): Promise<number> {
    const length = await this.int();
    if (length >= 0) return length;
    if (length !== -1) throw this.feed.damaged(`a vector has the length ${length}`);
    const high = await this.int();
    const low = await this.int();
    if (high < 0 || high > 2 ** 16) throw this.feed.damaged("a vector has an impossible length");
    return high * 2 ** 32 + (low >>> 0);
  }

  /** One object. `tag` is the name it has in a pairlist. */
  private async item(keep: boolean, depth: number, tag = ""): Promise<RValue> {
    return this.body(await this.int(), keep, depth, tag);
  }

  private async body(flags: number, keep: boolean, depth: number, tag = ""): Promise<RValue> {
    if (depth > DEEPEST) throw this.feed.damaged(`objects lie more than ${DEEPEST} deep in one another`);
    if (depth % STACKED === STACKED - 1) await Promise.resolve();
    const type = flags & 255;
    const constant = CONSTANTS.get(type);
    if (constant) return type === 254 ? R_NULL : other(constant);
    const call = CALLS.get(type);
    if (call) return this.call(call, flags, depth);
    switch (type) {
      case 0:
        return R_NULL;
      case 255:
        return this.reference(flags >> 8 || (await this.int()));
      case 1:
        return this.refer({ kind: "symbol", name: (await this.string(true, depth)) ?? "NA", attributes: NO_ATTRIBUTES });
      case 247:
      case 248:
      case 249:
        await this.strings(depth);
        return this.refer(other("a namespace"));
      case 4:
        return this.environment(keep, depth);
      case 2:
        return this.pairs(flags, keep, depth);
      case 238:
        return this.altrep(keep, depth);
      case 22: {
        const pointer = this.refer(other("a pointer outside of the file"));
        await this.item(false, depth + 1);
        await this.item(false, depth + 1);
        await this.attributes(flags, false, depth);
        return pointer;
      }
      case 23: {
        const weak = this.refer(other("a weak reference"));
        await this.attributes(flags, false, depth);
        return weak;
      }
      case 7:
      case 8:
        await this.feed.skip(await this.length());
        return other("a function", await this.attributes(flags, false, depth));
      case 21:
        await this.int();
        await this.bytecode(depth + 1);
        return other("compiled code", await this.attributes(flags, false, depth));
      case 9:
        await this.characters(flags, false);
        return other("a string");
      case 10:
        return this.numbers("lgl", flags, keep, depth, tag);
      case 13:
        return this.numbers("int", flags, keep, depth, tag);
      case 14:
        return this.numbers("real", flags, keep, depth, tag);
      case 15:
        await this.feed.skip((await this.length()) * 16);
        return other("complex numbers", await this.attributes(flags, keep, depth));
      case 24:
        await this.feed.skip(await this.length());
        return other("raw bytes", await this.attributes(flags, keep, depth));
      case 16: {
        const values: (string | null)[] = [];
        for (let left = await this.length(); left > 0; left--) {
          const value = await this.string(keep, depth);
          if (keep) values.push(value);
        }
        return { kind: "text", values, attributes: await this.attributes(flags, keep, depth) };
      }
      case 19:
      case 20: {
        const items: RValue[] = [];
        for (let left = await this.length(); left > 0; left--) {
          const item = await this.item(keep, depth + 1);
          if (!keep) continue;
          this.held.take(16);
          items.push(item);
        }
        return { kind: "list", items, attributes: await this.attributes(flags, keep, depth) };
      }
      case 25:
        return { kind: "s4", attributes: await this.attributes(flags, keep, depth) };
      default:
        throw this.feed.damaged(`it holds an object of the unknown kind ${type}`);
    }
  }

  private refer(value: RValue): RValue {
    this.held.take(32);
    this.references.push(value);
    return value;
  }

  private reference(at: number): RValue {
    const found = this.references[at - 1];
    if (!found) throw this.feed.damaged(`it refers to object ${at} of ${this.references.length}`);
    return found;
  }

  private async attributes(flags: number, keep: boolean, depth: number): Promise<Attributes> {
    if (!(flags & OBJECT_ATTRIBUTES)) return NO_ATTRIBUTES;
    const list = await this.item(keep, depth + 1);
    return list.kind === "pairs" ? new Map(list.items.map(({ name, value }) => [name, value])) : NO_ATTRIBUTES;
  }

  private async pairs(first: number, keep: boolean, depth: number): Promise<RValue> {
    const items: { name: string; value: RValue }[] = [];
    for (let flags = first; ; flags = await this.int()) {
      const type = flags & 255;
      if (type !== 2) {
        await this.body(flags, false, depth + 1);
        return { kind: "pairs", items, attributes: NO_ATTRIBUTES };
      }
      await this.attributes(flags, false, depth);
      const tag = flags & TAGGED ? await this.item(true, depth + 1) : R_NULL;
      const name = tag.kind === "symbol" ? tag.name : "";
      // The objects of an .RData file, which lie outermost, have names of any kind.
      const wanted = keep && (depth === 0 || !PASSED_OVER.has(name));
      const value = await this.item(wanted, depth + 1, name);
      if (!wanted) continue;
      this.held.take(32);
      items.push({ name, value });
    }
  }

  /** What has the shape of a pairlist's node: its attributes, tag, head and tail. */
  private async call(what: string, flags: number, depth: number): Promise<RValue> {
    await this.attributes(flags, false, depth);
    if (flags & TAGGED) await this.item(false, depth + 1);
    await this.item(false, depth + 1);
    await this.item(false, depth + 1);
    return other(what);
  }

  private async environment(keep: boolean, depth: number): Promise<RValue> {
    await this.int();
    const made: REnvironment = { kind: "environment", entries: new Map(), attributes: NO_ATTRIBUTES };
    this.refer(made);
    await this.item(false, depth + 1);
    const frame = await this.item(keep, depth + 1);
    const table = await this.item(keep, depth + 1);
    const attributes = await this.item(keep, depth + 1);
    for (const part of [frame, ...(table.kind === "list" ? table.items : [])])
      if (part.kind === "pairs") for (const { name, value } of part.items) made.entries.set(name, value);
    if (attributes.kind === "pairs") made.attributes = new Map(attributes.items.map(({ name, value }) => [name, value]));
    return made;
  }

  private async altrep(keep: boolean, depth: number): Promise<RValue> {
    const about = await this.item(true, depth + 1);
    const state = await this.item(keep, depth + 1);
    const attributes = await this.item(keep, depth + 1);
    if (!keep) return other("numbers");
    const own = attributes.kind === "pairs" ? new Map(attributes.items.map(({ name, value }) => [name, value])) : NO_ATTRIBUTES;
    return resolved(about, state, own, this.held) ?? other("a vector of a special kind");
  }

  private async numbers(kind: RNumbers["kind"], flags: number, keep: boolean, depth: number, tag: string): Promise<RValue> {
    const length = await this.length();
    const id = this.vectors++;
    const width = kind === "real" ? 8 : 4;
    const sink = this.wanted?.get(id);
    let values: Numbers | null = null;
    if (sink) await this.feed.pieces(length, width, (bytes, count) => sink(decoded(kind, bytes, count)));
    else if (keep && this.held.hasRoom(length, width, OF_MATRICES.has(tag))) {
      const growing = this.held.growing(kind, length);
      await this.feed.pieces(length, width, (bytes, count) => growing.append(bytes, count));
      values = growing.whole();
    } else await this.feed.skip(length * width);
    return { kind, id, length, values, attributes: await this.attributes(flags, keep, depth) };
  }

  /** A string, null where it is NA or not kept. */
  private async string(keep: boolean, depth: number): Promise<string | null> {
    const flags = await this.int();
    if ((flags & 255) !== 9) {
      await this.body(flags, false, depth + 1);
      throw this.feed.damaged("a text is made of what is no text");
    }
    return this.characters(flags, keep);
  }

  private async characters(flags: number, keep: boolean): Promise<string | null> {
    const length = await this.int();
    if (length < -1) throw this.feed.damaged(`a text has the length ${length}`);
    let read: string | null = null;
    if (length >= 0) {
      if (keep) {
        this.held.take(24 + length);
        if (!this.feed.has(length)) await this.feed.fill(length);
        read = textOf(this.feed.bytes(length), flags);
      } else await this.feed.skip(length);
    }
    if (flags & OBJECT_ATTRIBUTES) await this.item(false, 1);
    return read;
  }

  /** The names of a namespace or of a package. */
  private async strings(depth: number): Promise<void> {
    await this.int();
    for (let left = await this.length(); left > 0; left--) await this.string(false, depth);
  }

  /** Passes over compiled code: its instructions, and its constants. */
  private async bytecode(depth: number): Promise<void> {
    await this.item(false, depth + 1);
    for (let left = await this.length(); left > 0; left--) {
      const type = await this.int();
      if (type === 21) await this.bytecode(depth + 1);
      else if ([6, 2, 244, 243, 240, 239].includes(type)) await this.codeCall(type, depth + 1);
      else await this.item(false, depth + 1);
    }
  }

  private async codeCall(first: number, depth: number): Promise<void> {
    if (depth > DEEPEST) throw this.feed.damaged(`code lies more than ${DEEPEST} deep in itself`);
    if (depth % STACKED === STACKED - 1) await Promise.resolve();
    for (let type = first; ; type = await this.int()) {
      if (type === 243) {
        await this.int();
        return;
      }
      if (type === 244) {
        await this.int();
        type = await this.int();
      }
      if (![6, 2, 240, 239].includes(type)) {
        await this.item(false, depth + 1);
        return;
      }
      if (type === 240 || type === 239) await this.item(false, depth + 1);
      await this.item(false, depth + 1);
      await this.codeCall(await this.int(), depth + 1);
    }
  }
}

const UTF8 = new TextDecoder();
const LATIN1 = new TextDecoder("latin1");

function textOf(bytes: Uint8Array, flags: number): string {
  // The mark of a string lies above the kind and its flags: 4 is latin1.
  if ((flags >> 12) & 4) return LATIN1.decode(bytes);
  // Names are short and plain, for which a decoder takes longer.
  if (bytes.length > 40 || bytes.some((byte) => byte > 127)) return UTF8.decode(bytes);
  return String.fromCharCode(...bytes);
}
