// Hyper-parameters of optimizers and schedules, as data: PyTorch's default, what PyTorch accepts, the range a slider offers.

/** What a link or a file gives: a number, an option, the name of a variant, nothing, or several numbers. */
export type HyperArgument = HyperValue | readonly (number | null)[]
export type HyperValue = number | boolean | string | null

/** What a default may follow from. */
export interface Circumstances {
  /** Of the experiment. */
  readonly steps: number
  /** Of the run. */
  readonly lr: number
  /** A hyper-parameter that stands before this one. */
  readonly of: (name: string) => number
}

type Default<V> = V | ((circumstances: Circumstances) => V)

/** A single number or an option, by the name that the rule uses. */
export interface Hyper {
  readonly kind: Kind
  readonly value: Default<number | boolean>
  /** PyTorch has no default: an experiment must give it, and what stands here is only what the page suggests. */
  readonly needed?: true
  /** What the page fills in where PyTorch's default suits no run of usual length. */
  readonly suggested?: (circumstances: Circumstances) => number
  /** How the name is written in formulas, where that is not its usual symbol. */
  readonly symbol?: string
  /** What the rule calls it, where the argument's own name means something else there. */
  readonly as?: string
}

/** A tuple of PyTorch's (betas) is a group of named parts, in PyTorch's order. */
export type HyperGroup = Readonly<Record<string, Hyper>>

/** One of several variants by name. The rule knows each by a flag of its own; the usual one needs none. */
export interface Choice {
  readonly options: ReadonlyMap<string | null, string | undefined>
  readonly value: string | null
  /** What people should know of a variant. */
  readonly notes: ReadonlyMap<string | null, string>
}

/** As many numbers as someone likes, rising. */
export interface Numbers {
  readonly list: (circumstances: Circumstances) => readonly number[]
  readonly needed: true
}

export type Entry = Hyper | HyperGroup | Choice | Numbers
export type Entries = Readonly<Record<string, Entry>>

export const isHyper = (entry: Entry): entry is Hyper => 'kind' in entry
export const isChoice = (entry: Entry): entry is Choice =>
  'options' in entry && entry.options instanceof Map
export const isNumbers = (entry: Entry): entry is Numbers =>
  'list' in entry && typeof entry.list === 'function'
export const isGroup = (entry: Entry): entry is HyperGroup =>
  !isHyper(entry) && !isChoice(entry) && !isNumbers(entry)

/** Every single hyper-parameter by the name that the rule uses. */
export function singles(entries: Entries): Map<string, Hyper> {
  return new Map(
    Object.entries(entries).flatMap(([key, entry]): [string, Hyper][] =>
      isGroup(entry) ? Object.entries(entry) : isHyper(entry) ? [[entry.as ?? key, entry]] : [],
    ),
  )
}

/** The default of a hyper-parameter, or what the page suggests where there is none. */
export const defaultOf = <V>(value: Default<V>, circumstances: Circumstances): V =>
  typeof value === 'function'
    ? (value as (circumstances: Circumstances) => V)(circumstances)
    : value

export interface Kind {
  readonly scale: 'linear' | 'logarithmic' | 'flag'
  /** The slider's range. */
  readonly range: readonly [number, number]
  /** What PyTorch accepts: at least this … */
  readonly least: number
  /** … or above this … */
  readonly above?: number
  /** … at most this … */
  readonly most?: number
  /** … and below this. */
  readonly below?: number
  /** 0 it does not take. */
  readonly nonzero?: true
  readonly whole?: true
  /** A learning rate in units of x, for which a function may suggest a value. */
  readonly suggested?: true
}

const kinds = {
  rate: { scale: 'logarithmic', range: [1e-5, 10], least: 0, suggested: true },
  multiplier: { scale: 'logarithmic', range: [1e-2, 100], least: 0 },
  size: { scale: 'logarithmic', range: [1e-8, 100], least: 0 },
  decay: { scale: 'linear', range: [0, 0.999], least: 0, below: 1 },
  average: { scale: 'linear', range: [0, 0.999], least: 0 },
  share: { scale: 'linear', range: [0, 0.999], least: 0, most: 1 },
  between: { scale: 'logarithmic', range: [1e-4, 0.999], least: 0, above: 0, below: 1 },
  epsilon: { scale: 'logarithmic', range: [1e-12, 1], least: 0 },
  penalty: { scale: 'linear', range: [0, 1], least: 0 },
  factor: { scale: 'linear', range: [0, 2], least: 0 },
  falling: { scale: 'linear', range: [-1, 0], least: -Infinity, most: 0 },
  threshold: { scale: 'logarithmic', range: [1, 100], least: 1 },
  free: { scale: 'linear', range: [0, 1], least: -Infinity },
  line: { scale: 'linear', range: [-2, 2], least: -Infinity },
  coefficient: { scale: 'linear', range: [-6, 6], least: -Infinity },
  count: { scale: 'logarithmic', range: [1, 1e6], least: -Infinity },
  whole: { scale: 'logarithmic', range: [1, 1000], least: 1, whole: true },
  bounded: { scale: 'logarithmic', range: [1, 100], least: 1, most: 10_000, whole: true },
  wholeOrNone: { scale: 'linear', range: [0, 100], least: 0, whole: true },
  few: { scale: 'linear', range: [0, 10], least: -Infinity, below: 100, whole: true },
  divisor: { scale: 'logarithmic', range: [1, 1e5], least: -Infinity, nonzero: true },
  flag: { scale: 'flag', range: [0, 1], least: 0 },
} as const satisfies Record<string, Kind>

const hyper =
  (kind: Kind) =>
  (value: Hyper['value'], symbol?: string): Hyper => ({ kind, value, ...(symbol && { symbol }) })

/** A learning rate. */
export const rate = hyper(kinds.rate)
/** A learning rate without unit (Adadelta's). */
export const multiplier = hyper(kinds.multiplier)
/** A step size bound. */
export const size = hyper(kinds.size)
/** The weight of the past in a running average, below 1. */
export const decay = hyper(kinds.decay)
/** The same where PyTorch asks only that it is not negative. */
export const average = hyper(kinds.average)
/** The same where PyTorch allows 1. */
export const share = hyper(kinds.share)
/** A number between 0 and 1, both excluded. */
export const between = hyper(kinds.between)
/** What keeps a denominator from 0. */
export const epsilon = hyper(kinds.epsilon)
/** Weight decay. */
export const penalty = hyper(kinds.penalty)
export const factor = hyper(kinds.factor)
/** The exponent of what falls with the steps. */
export const falling = hyper(kinds.falling)
/** What is clipped from there on. */
export const threshold = hyper(kinds.threshold)
/** A number that PyTorch does not restrict, usually from 0 to 1. */
export const free = hyper(kinds.free)
/** Any number. */
export const line = hyper(kinds.line)
/** Of a polynomial. */
export const coefficient = hyper(kinds.coefficient)
export const count = hyper(kinds.count)
/** A whole number, 1 or more. */
export const whole = hyper(kinds.whole)
/** How often something may be tried in one step: a step must come to its end. */
export const bounded = hyper(kinds.bounded)
/** A whole number, 0 or more. */
export const wholeOrNone = hyper(kinds.wholeOrNone)
/** How often something is repeated in one step. */
export const few = hyper(kinds.few)
/** A number that something is divided by. */
export const divisor = hyper(kinds.divisor)
/** An option that is on or off. */
export const flag = hyper(kinds.flag)

/** The same where PyTorch looks at nothing. */
export const unchecked = (of: Hyper): Hyper => ({
  ...of,
  kind: { ...of.kind, least: -Infinity },
})

/** The same, also none of them. */
export const orNone = (of: Hyper): Hyper => ({ ...of, kind: { ...of.kind, least: 0 } })

/** The same without a default of PyTorch's. */
export const needed = (of: Hyper): Hyper => ({ ...of, needed: true })

/** The same with another value for the page to fill in. */
export const suggesting = (of: Hyper, suggested: NonNullable<Hyper['suggested']>): Hyper => ({
  ...of,
  suggested,
})

/** Variants by name, the first one usual; each with the flag that the rule knows it by, if it needs one, and a note. */
export const choice = (
  options: readonly (readonly [name: string | null, flag?: string, note?: string])[],
): Choice => ({
  options: new Map(options.map(([name, flagName]) => [name, flagName])),
  value: (options[0] as readonly [string | null])[0],
  notes: new Map(options.flatMap(([name, , note]) => (note ? [[name, note]] : []))),
})
