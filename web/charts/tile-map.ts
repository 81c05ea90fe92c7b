/** The map is drawn by one function on the page and on paper. */
export { tileMap } from '../../scoring/picture/tile-map.ts';
export { tileNames } from '../../scoring/picture/tile-names.ts';
