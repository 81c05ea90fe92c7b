/** A drawing as plain data: the page makes elements of it, a document its text. */
export type SvgNode = {
  tag: string;
  attributes: Readonly<Record<string, string | number>>;
  children: readonly (SvgNode | string)[];
};

export const svg = (tag: string, attributes: SvgNode['attributes'], ...children: (SvgNode | string)[]): SvgNode => ({
  tag,
  attributes,
  children,
});

/** The drawing as SVG text, for a PDF or a file. */
export function svgText({ tag, attributes, children }: SvgNode): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)));
  return `<${tag}${written.join('')}>${inside.join('')}</${tag}>`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
