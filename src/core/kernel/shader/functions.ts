// Functions such as sin in WGSL, from the very formulas and coefficients of those on vectors. WGSL's own are no good here: its
// sin may be off by 2^−11, and none of them is told beyond some range.
//
// How far off they are: as the table of operations says for single precision, where a shader rounds as WebAssembly does. WGSL
// lets it divide with 2.5 units in the last place instead of half a one, which adds 2 for each quotient, flush what is smaller
// than 2^−126 to 0, and fuse products with sums. Beyond 512 circular functions are those of a number that is off by 2^−20.
import type { Operation } from '../../language/operations.ts'
import { farthest } from '../lanes/elementary/circular.ts'
import { asksElsewhere, wayOf } from '../lanes/elementary/inPictures.ts'
import { shaderScribe } from './shaderScribe.ts'

/** The name of an operation that is a function of the shader. */
export const functionName = (operation: Operation): string => `own_${operation}`

/** What all functions need. */
const common = `
fn apart(a: f32) -> f32 { return bitcast<f32>(bitcast<u32>(a) ^ plan.zero); }
fn isNone(a: f32) -> bool { return (bitcast<u32>(a) & 0x7fffffffu) > 0x7f800000u; }
fn isFinite(a: f32) -> bool { return (bitcast<u32>(a) & 0x7f800000u) != 0x7f800000u; }
fn least(a: f32, b: f32) -> f32 { return select(min(a, b), a + b, isNone(a) || isNone(b)); }
fn most(a: f32, b: f32) -> f32 { return select(max(a, b), a + b, isNone(a) || isNone(b)); }
fn chosen(a: f32, b: f32, c: f32) -> f32 { return select(c, b, (bitcast<u32>(a) & 0x7fffffffu) != 0u); }
`

/** From so far on numbers are whole, and turns are not told any more: those are taken for whole turns. */
const tooFar = 2 ** 24
/** A turn in parts of so few bits that their products with half as many turns are exact. */
const bitsOfPart = 12

/** From what is far to what is as many turns nearer. */
function nearText(): string {
  const parts: number[] = []
  const turn = 2 * Math.PI
  for (let rest = turn, unit = 2 ** (3 - bitsOfPart); parts.length < 4; unit /= 2 ** bitsOfPart) {
    const part = Math.floor(rest / unit) * unit
    parts.push(part)
    rest -= part
  }
  const half = 2 ** bitsOfPart
  const taken = parts.flatMap((part) =>
    ['many', 'few'].map((turns) => `rest = apart(rest - ${turns} * ${part}f);`),
  )
  return `
fn near(a: f32) -> f32 {
  if (abs(a) <= ${farthest[0]}f) { return a; }
  if (!isFinite(a)) { return bitcast<f32>(0x7fc00000u ^ plan.zero); }
  if (abs(a) >= ${tooFar}f) { return 0f; }
  let turns = round(a * ${1 / turn}f);
  let many = trunc(turns * ${1 / half}f) * ${half}f;
  let few = apart(turns - many);
  var rest = a;
  ${taken.join('\n  ')}
  return rest;
}
`
}

function elementaryText(operation: Operation): string {
  const { scribe, argument, lines, float } = shaderScribe('x')
  const result = wayOf(operation)?.(scribe, argument) ?? argument
  const given = asksElsewhere(operation) ? 'near(a)' : 'a'
  return `
fn ${functionName(operation)}(a: f32) -> f32 {
  let x = ${given};
  ${lines.join('\n  ')}
  return ${float(result)};
}
`
}

/** Off by as many units in the last place as its logarithm is large, and three. */
const powerText = `
fn ${functionName('pow')}(a: f32, b: f32) -> f32 {
  if (b == 0f || a == 1f) { return 1f; }
  let size = ${functionName('exp')}(b * ${functionName('ln')}(abs(a)));
  if (!(a < 0f)) { return size; }
  if (floor(b) != b) { return bitcast<f32>(0x7fc00000u ^ plan.zero); }
  return select(size, -size, floor(b * 0.5f) * 2f != b);
}
`

/** All functions that some operations need. */
export function functionsFor(operations: ReadonlySet<Operation>): string {
  const needed = new Set(operations)
  const powers = needed.delete('pow')
  if (powers) for (const own of ['exp', 'ln'] as const) needed.add(own)
  const all = [...needed].filter((operation) => wayOf(operation))
  return [
    common,
    ...(all.some(asksElsewhere) ? [nearText()] : []),
    ...all.map(elementaryText),
    ...(powers ? [powerText] : []),
  ].join('')
}
