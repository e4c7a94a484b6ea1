const TAU = 6.283185307179586;

/** Taylor's series at a, from -pi/4 to pi/4, within 1e-11. */
function series(a: number): { readonly sin: number; readonly cos: number } {
  const s = a * a;
  let sin = 1;
  let cos = 1;
  for (let k = 12; k >= 2; k -= 2) {
    sin = 1 - (s / (k * (k + 1))) * sin;
    cos = 1 - (s / (k * (k - 1))) * cos;
  }
  return { sin: a * sin, cos };
}

/** Sine and cosine of so many full turns, with the same bits in every engine. */
export function turn(turns: number): { readonly sin: number; readonly cos: number } {
  const quarters = Math.round(turns * 4);
  const { sin, cos } = series((turns - quarters / 4) * TAU);
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return { sin, cos };
    case 1:
      return { sin: cos, cos: -sin };
    case 2:
      return { sin: -sin, cos: -cos };
    default:
      return { sin: -cos, cos: sin };
  }
}
