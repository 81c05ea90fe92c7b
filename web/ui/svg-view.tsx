import { h, type VNode } from 'preact';
import type { SvgNode } from '../charts/svg.ts';

/** A drawing as elements of the page. */
export function SvgView({ node }: { node: SvgNode }): VNode {
  const children = node.children.map((child, index) =>
    typeof child === 'string' ? child : <SvgView key={index} node={child} />,
  );
  return h(node.tag, { ...node.attributes }, children);
}
