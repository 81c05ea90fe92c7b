/** Colours as a canvas needs them: resolved, for the light or the dark page of the moment. */
export type Palette = { ink: string; soft: string; line: string; action: string; here: string; sheet: string };

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour('ink'),
    soft: colour('soft'),
    line: colour('line'),
    action: colour('action'),
    here: colour('here'),
    sheet: colour('sheet'),
  };
}
