/*
 * As much of a document as drawing an SVG asks for: elements with attributes, children and text, written out as markup.
 * Plots are drawn by the same code as on the page; Node has no document of its own.
 */

const SVG = "http://www.w3.org/2000/svg";
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

class Text {
  parentNode: SvgElement | null = null;
  constructor(
    public textContent: string,
    readonly ownerDocument: SvgDocument,
  ) {}

  get outerHTML(): string {
    return escaped(this.textContent);
  }
}

type Child = SvgElement | Text;

/** An element of such a document. */
export class SvgElement {
  parentNode: SvgElement | null = null;
  readonly childNodes: Child[] = [];
  readonly attributes = new Map<string, string>();
  /** Inline styles, as d3 sets them. */
  readonly style: Record<string, unknown> & { setProperty(name: string, value: string): void; removeProperty(name: string): void };

  constructor(
    readonly tagName: string,
    readonly namespaceURI: string,
    readonly ownerDocument: SvgDocument,
  ) {
    const rules = new Map<string, string>();
    const write = () => this.attributes.set("style", [...rules].map(([name, value]) => `${name}: ${value}`).join("; "));
    const set = (name: string, value: string) => {
      rules.set(
        name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        value,
      );
      write();
    };
    this.style = new Proxy(
      {
        setProperty: set,
        removeProperty: (name: string) => {
          rules.delete(name);
          write();
        },
      } as SvgElement["style"],
      {
        set(_target, name, value) {
          set(String(name), String(value));
          return true;
        },
      },
    );
  }

  get firstChild(): Child | null {
    return this.childNodes[0] ?? null;
  }
  get nextSibling(): Child | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  get textContent(): string {
    return this.childNodes.map((child) => child.textContent).join("");
  }
  set textContent(text: string) {
    this.childNodes.length = 0;
    if (text !== "") this.appendChild(new Text(text, this.ownerDocument));
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }
  setAttributeNS(_namespace: string | null, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  insertBefore<C extends Child>(child: C, before: Child | null): C {
    child.parentNode?.removeChild(child);
    const at = before === null ? -1 : this.childNodes.indexOf(before);
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, child);
    child.parentNode = this;
    return child;
  }
  appendChild<C extends Child>(child: C): C {
    return this.insertBefore(child, null);
  }
  append(...children: (Child | string)[]): void {
    for (const child of children) this.appendChild(typeof child === "string" ? new Text(child, this.ownerDocument) : child);
  }
  removeChild<C extends Child>(child: C): C {
    const at = this.childNodes.indexOf(child);
    if (at >= 0) this.childNodes.splice(at, 1);
    child.parentNode = null;
    return child;
  }
  remove(): void {
    this.parentNode?.removeChild(this);
  }
  addEventListener(): void {}

  /** By a tag's name or `[attribute]`: what plots ask for. */
  querySelectorAll(selector: string): SvgElement[] {
    const attribute = /^\[([\w-]+)\]$/.exec(selector)?.[1];
    const isMeant = (one: SvgElement) => (attribute ? one.hasAttribute(attribute) : one.tagName === selector);
    return this.childNodes.flatMap((child) =>
      child instanceof SvgElement ? [...(isMeant(child) ? [child] : []), ...child.querySelectorAll(selector)] : [],
    );
  }
  querySelector(selector: string): SvgElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  get outerHTML(): string {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`).join("");
    // What a style element holds is not markup.
    const inner = this.childNodes.map((child) => (this.tagName === "style" ? child.textContent : child.outerHTML)).join("");
    return `<${this.tagName}${attributes}>${inner}</${this.tagName}>`;
  }
}

/** A document to draw SVG into. */
export class SvgDocument {
  readonly documentElement = new SvgElement("html", "http://www.w3.org/1999/xhtml", this);

  createElementNS(namespace: string, name: string): SvgElement {
    return new SvgElement(name, namespace, this);
  }
  createElement(name: string): SvgElement {
    return new SvgElement(name, SVG, this);
  }
  createTextNode(text: string): Text {
    return new Text(text, this);
  }
}
