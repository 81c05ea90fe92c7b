/** Drawings as data stand beside scoring, so that the server draws a PDF's picture with the page's own function. */
export { type SvgNode, svg, svgText } from '../../scoring/picture/svg.ts';
