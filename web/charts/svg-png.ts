import { type SvgNode, svgText } from './svg.ts';

/** A drawing with its title and source as a PNG, twice as sharp as on the page. Null where the browser makes none. */
export async function svgPng(
  node: SvgNode,
  { title, source, sheet, ink }: { title: string; source: string; sheet: string; ink: string },
): Promise<Blob | null> {
  const [width, height] = [Number(node.attributes.width), Number(node.attributes.height)];
  const text = svgText({ ...node, attributes: { ...node.attributes, xmlns: 'http://www.w3.org/2000/svg' } });
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const [scale, pad, above, below] = [2, 16, 34, 28];
  canvas.width = (width + 2 * pad) * scale;
  canvas.height = (height + above + below + pad) * scale;
  const ctx = canvas.getContext('2d');
  if (ctx === null) return null;
  ctx.scale(scale, scale);
  ctx.fillStyle = sheet;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.fillStyle = ink;
  ctx.font = '600 15px system-ui, sans-serif';
  ctx.fillText(title, pad, 24, width);
  ctx.drawImage(image, pad, above, width, height);
  ctx.font = '12px system-ui, sans-serif';
  ctx.fillText(source, pad, above + height + 18, width);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
