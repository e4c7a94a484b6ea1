/** (module (func (export "product") (param f32 f32) (result f32) ...)): two splats, f32x4.mul, the last lane. */
export const PROBE: Uint8Array<ArrayBuffer> = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  // The type: (f32, f32) -> f32; one function has it.
  ...[0x01, 0x07, 0x01, 0x60, 0x02, 0x7d, 0x7d, 0x01, 0x7d, 0x03, 0x02, 0x01, 0x00],
  // Its name outside: "product".
  ...[0x07, 0x0b, 0x01, 0x07, 0x70, 0x72, 0x6f, 0x64, 0x75, 0x63, 0x74, 0x00, 0x00],
  ...[0x0a, 0x12, 0x01, 0x10, 0x00],
  // local.get 0, f32x4.splat, local.get 1, f32x4.splat
  ...[0x20, 0x00, 0xfd, 0x13, 0x20, 0x01, 0xfd, 0x13],
  // f32x4.mul, f32x4.extract_lane 3, end
  ...[0xfd, 0xe6, 0x01, 0xfd, 0x1f, 0x03, 0x0b],
);

/** A product of two floats that is subnormal: an engine that takes these for 0 would train other networks. */
const SMALL = 2 ** -100;
const SMALLER = 2 ** -40;

/** Whether the bytes of `PROBE` compile here, run, and multiply exactly. */
export async function simdRuns(bytes: Uint8Array): Promise<boolean> {
  if (!WebAssembly.validate(Uint8Array.from(bytes))) return false;
  const { instance } = await WebAssembly.instantiate(Uint8Array.from(bytes));
  const product = instance.exports.product as (a: number, b: number) => number;
  return product(SMALL, SMALLER) === SMALL * SMALLER && product(1.5, -3) === -4.5;
}
