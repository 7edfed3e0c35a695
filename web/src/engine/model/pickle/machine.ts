import { instanceOf, reduced, setState } from "./build";
import { knownClass } from "./classes";
import { latin1, utf8, type Cursor } from "./cursor";
import { damaged, PickleFailure, unsupported } from "./failure";
import { isWrapper, wrappedArray } from "./joblib";
import { floatLine, integerLine, longFrom, stringLine, unicodeLine } from "./numbers";
import { PickleStack } from "./stack";
import type { PickleDict, PickleValue } from "./values";

/** joblib stores an array of objects as a pickle within the pickle; one in that again is never made. */
const NESTED = 2;

/** Reads one pickle, protocols 0 to 5, to its STOP. The letters are Python's (pickletools says what each means). */
export function runPickle(cursor: Cursor, depth = 0): PickleValue {
  if (depth > NESTED) throw new PickleFailure("memory", "nests pickles in one another, which no classifier does");
  const stack = new PickleStack();
  const steps = instructions(cursor, stack, depth);
  for (;;) {
    const { at } = cursor;
    const code = cursor.uint8();
    if (code === STOP) {
      const value = stack.pop();
      if (stack.values.length > 0) damaged("it ends with values left over");
      return value;
    }
    const step = steps[code];
    if (!step) damaged(`byte ${at.toLocaleString("en")} (${code}) is no instruction of a pickle`);
    step();
  }
}

const STOP = 0x2e;

/** What each instruction does, by its byte. */
function instructions(cursor: Cursor, stack: PickleStack, depth: number): ((() => void) | undefined)[] {
  const push = (value: PickleValue) => stack.push(value);
  const tuple = (count: number) => {
    const items: PickleValue[] = [];
    for (let i = 0; i < count; i++) items.unshift(stack.pop());
    push(items);
  };
  const setItems = (items: PickleValue[]) => {
    const dict = stack.top;
    if (!(dict instanceof Map)) damaged("it sets an item of what is no dict");
    setPairs(dict, items);
  };
  const append = (items: PickleValue[]) => {
    const list = stack.top;
    if (!Array.isArray(list)) damaged("it appends to what is no list");
    for (const item of items) list.push(item);
  };
  const build = () => {
    const state = stack.pop();
    setState(stack.top, state);
    const { top } = stack;
    if (isWrapper(top)) stack.top = wrappedArray(top, cursor, () => runPickle(cursor, depth + 1));
  };
  const pair = () => {
    const value = stack.pop();
    return [stack.pop(), value];
  };
  const stackGlobal = () => {
    const [module, name] = pair();
    if (typeof module !== "string" || typeof name !== "string") damaged("a class in it has no name");
    push(knownClass(module, name));
  };
  const refuse = (what: string) => () => unsupported(`${what}, which no classifier does, so it was left unread`);
  const table: Record<string, () => void> = {
    "\x80": () => protocol(cursor.uint8()),
    "\x95": () => frame(cursor),
    "(": () => stack.mark(),
    "0": () => stack.drop(),
    "1": () => void stack.popMark(),
    "2": () => push(stack.top),
    // Atoms.
    N: () => push(null),
    "\x88": () => push(true),
    "\x89": () => push(false),
    I: () => push(integerLine(cursor.line())),
    L: () => push(integerLine(cursor.line())),
    F: () => push(floatLine(cursor.line())),
    J: () => push(cursor.int32()),
    K: () => push(cursor.uint8()),
    M: () => push(cursor.uint16()),
    G: () => push(cursor.float64()),
    "\x8a": () => push(longFrom(cursor, cursor.uint8())),
    "\x8b": () => push(longFrom(cursor, cursor.int32())),
    S: () => push(stringLine(cursor.line())),
    V: () => push(unicodeLine(cursor.line())),
    T: () => push(latin1(cursor.take(cursor.uint32()))),
    U: () => push(latin1(cursor.take(cursor.uint8()))),
    X: () => push(utf8(cursor.take(cursor.uint32()))),
    "\x8c": () => push(utf8(cursor.take(cursor.uint8()))),
    "\x8d": () => push(utf8(cursor.take(cursor.length64()))),
    B: () => push(cursor.take(cursor.uint32())),
    C: () => push(cursor.take(cursor.uint8())),
    "\x8e": () => push(cursor.take(cursor.length64())),
    "\x96": () => push(cursor.take(cursor.length64())),
    // Containers.
    ")": () => push([]),
    "]": () => push([]),
    "}": () => push(new Map()),
    "\x8f": () => push([]),
    t: () => push(stack.popMark()),
    l: () => push(stack.popMark()),
    "\x91": () => push(stack.popMark()),
    "\x85": () => tuple(1),
    "\x86": () => tuple(2),
    "\x87": () => tuple(3),
    d: () => push(setPairs(new Map(), stack.popMark())),
    a: () => append([stack.pop()]),
    e: () => append(stack.popMark()),
    "\x90": () => append(stack.popMark()),
    s: () => setItems(pair()),
    u: () => setItems(stack.popMark()),
    // What was made before.
    p: () => stack.put(keyOf(integerLine(cursor.line()))),
    q: () => stack.put(cursor.uint8()),
    r: () => stack.put(cursor.uint32()),
    "\x94": () => stack.memoize(),
    g: () => stack.get(keyOf(integerLine(cursor.line()))),
    h: () => stack.get(cursor.uint8()),
    j: () => stack.get(cursor.uint32()),
    // Classes and their instances.
    c: () => push(knownClass(cursor.line(), cursor.line())),
    "\x93": stackGlobal,
    R: () => {
      const [callable, given] = pair();
      push(reduced(callable!, given!));
    },
    "\x81": () => push(instanceOf(pair()[0])),
    "\x92": () => {
      stack.pop();
      push(instanceOf(pair()[0]));
    },
    o: () => push(instanceOf(stack.popMark()[0])),
    i: () => {
      const of = knownClass(cursor.line(), cursor.line());
      stack.popMark();
      push(instanceOf(of));
    },
    b: build,
    "\x98": () => {},
    "\x97": refuse("keeps its arrays outside the file"),
    P: refuse("refers to things outside the file"),
    Q: refuse("refers to things outside the file"),
    "\x82": refuse("names classes by number"),
    "\x83": refuse("names classes by number"),
    "\x84": refuse("names classes by number"),
  };
  const byCode: ((() => void) | undefined)[] = [];
  for (const [letter, step] of Object.entries(table)) byCode[letter.charCodeAt(0)] = step;
  return byCode;
}

function protocol(version: number): void {
  if (version > 5) unsupported(`is of pickle protocol ${version}; 0 to 5 are read`);
}

/** Frames only say how much to read ahead; one that passes the end tells that the file was cut off. */
function frame(cursor: Cursor): void {
  const length = cursor.length64();
  if (length > cursor.left)
    throw new PickleFailure(
      "bad-file",
      `is cut off: ${length.toLocaleString("en")} bytes are due after byte ` +
        `${cursor.at.toLocaleString("en")} and ${cursor.left.toLocaleString("en")} are there. Download it ` +
        "again",
    );
}

function setPairs(dict: PickleDict, items: PickleValue[]): PickleDict {
  if (items.length % 2 !== 0) damaged("a dict in it has a key without a value");
  for (let i = 0; i < items.length; i += 2) dict.set(items[i]!, items[i + 1]!);
  return dict;
}

function keyOf(key: number | bigint | boolean): number {
  return typeof key === "number" ? key : damaged("a value in it is kept under no number");
}
