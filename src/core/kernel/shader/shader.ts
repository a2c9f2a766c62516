// core/kernel/shader/: the same step for very many machines at once, as text for a graphics card; only for pictures, in
// single precision.
//
// A program as a compute shader in WGSL: one machine a thread, so many rounds at a time, its numbers in a buffer between two
// times.
import { instructionsOf, type Program } from '../../language/program.ts'
import { givenTo, type LaneRound, ownRegisters, partedBy } from '../lanes/registers.ts'
import { withWholePowers } from '../lanes/wholePowers.ts'
import { functionsFor } from './functions.ts'
import { canShade, lineOf } from './instructions.ts'

export interface ShaderRound extends Omit<LaneRound, 'written'> {
  /** Whoever has one of these not finite does not go on, after one more round. */
  readonly lost: readonly number[]
}

export interface Shader {
  readonly text: string
  /** Registers that are filled before it walks. */
  readonly given: readonly number[]
  /** Registers that all machines have the same number in, in the order of their buffer. */
  readonly same: readonly number[]
  /** Registers of which each machine has its own number, by their places in its buffer. */
  readonly own: readonly number[]
  /** Those of them that are read in the beginning, and those that are left in the end. */
  readonly entered: readonly number[]
  readonly left: readonly number[]
}

/** Threads of a group. */
export const groupSize = 64

/** @returns nothing where a shader cannot do what the program does */
export function shaderOf(program: Program, round: ShaderRound): Shader | undefined {
  const plain = [...instructionsOf(program.code)]
  const own = new Set(ownRegisters(plain, { ...round, written: [] }))
  const given = givenTo(program, plain, round)
  const moving = round.moved.map(({ to }) => to)
  const steady = new Set(given.filter((register) => !moving.includes(register)))
  const { memory } = program
  const { instructions } = withWholePowers(plain, { memory, steady, own })
  if (!canShade(instructions)) return undefined
  const parts = partedBy(instructions, { ...round, written: [] }, given)
  const all = [...parts.once, ...parts.each, ...parts.last]
  const read = new Set([
    ...all.flatMap(({ args }) => args),
    ...round.moved.map(({ from }) => from),
    ...round.left,
  ])
  const entered = [...new Set([...moving, ...[...round.own].filter((r) => steady.has(r))])]
  const left = [...new Set([...moving, ...round.left])]
  const places = [...new Set([...entered, ...left])]
  const same = [...steady].filter((register) => read.has(register) && !round.own.has(register))
  const frame: Frame = {
    round,
    parts,
    places,
    same,
    entered: entered.filter((r) => moving.includes(r) || read.has(r)),
  }
  const text = [
    head,
    functionsFor(new Set(all.map(({ operation }) => operation))),
    ...walk(frame),
  ].join('\n')
  return { text, given, same, own: places, entered: frame.entered, left }
}

interface Frame {
  readonly round: ShaderRound
  readonly parts: ReturnType<
    typeof partedBy<ReturnType<typeof instructionsOf> extends Generator<infer I> ? I : never>
  >
  readonly places: readonly number[]
  readonly same: readonly number[]
  readonly entered: readonly number[]
}

const head = `
struct Plan { lanes: u32, first: u32, end: u32, rounds: u32, zero: u32 }
@group(0) @binding(0) var<uniform> plan: Plan;
@group(0) @binding(1) var<storage, read> same: array<f32>;
@group(0) @binding(2) var<storage, read> reads: array<f32>;
@group(0) @binding(3) var<storage, read_write> own: array<u32>;
`

const name = (register: number) => `r${register}`

function walk({ round, parts, places, same, entered }: Frame): string[] {
  const { moved, left, lost } = round
  const moving = new Set(moved.map(({ to }) => to))
  const at = (register: number) => `own[${places.indexOf(register)}u * plan.lanes + lane]`
  const lines = (some: typeof parts.each) => some.map((instruction) => lineOf(instruction, name))
  const stored = (register: number) => `${at(register)} = bitcast<u32>(${name(register)});`
  return [
    `@compute @workgroup_size(${groupSize})`,
    'fn walk(@builtin(global_invocation_id) id: vec3u) {',
    'let lane = id.x;',
    'if (lane >= plan.lanes) { return; }',
    ...same.map((register, i) => `let ${name(register)} = same[${i}];`),
    ...entered.map(
      (register) =>
        `${moving.has(register) ? 'var' : 'let'} ${name(register)} = bitcast<f32>(${at(register)});`,
    ),
    ...lines(parts.once),
    'var isLost = false;',
    'for (var k = plan.first; k < plan.end; k++) {',
    'if (isLost) { break; }',
    `isLost = ${lost.map((register) => `!isFinite(${name(register)})`).join(' || ') || false};`,
    ...round.read.map(
      ({ register }, j) => `let ${name(register)} = reads[${j}u * plan.rounds + k];`,
    ),
    ...lines(parts.each),
    'if (k + 1u == plan.rounds) {',
    ...lines(parts.last),
    ...left.map(stored),
    '}',
    ...moved.map(({ from }, i) => `let m${i} = ${name(from)};`),
    ...moved.map(({ to }, i) => `${name(to)} = m${i};`),
    '}',
    // What nobody came to has no number.
    'if (isLost && plan.end == plan.rounds) {',
    ...left.filter((register) => !moving.has(register)).map((r) => `${at(r)} = 0x7fc00000u;`),
    '}',
    ...[...moving].map(stored),
    '}',
  ]
}
