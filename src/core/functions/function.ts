// What a catalogue entry is: data, from which plot, controls and outcome follow.

/** A constant of the function that can be changed. */
export interface Parameter {
  readonly value: number
  readonly name: string
  readonly unit?: string
  readonly range: readonly [number, number]
  /** It makes sense only above this. */
  readonly above?: number
}

export interface LossFunction {
  readonly id: string
  readonly name: string
  /** In the language, by its variables and parameters. */
  readonly expression: string
  readonly parameters?: Readonly<Record<string, Parameter>>
  /** Letters of the expression that follow from the parameters, as expressions of them. */
  readonly constants?: Readonly<Record<string, string>>
  /** What to call the variables and the value on the axes, where they have units. */
  readonly axes?: Readonly<Record<string, string>>
  /** The interval of each variable that the plot shows. */
  readonly domain: readonly (readonly [number, number])[]
  readonly start: readonly number[]
  /** A learning rate for plain gradient descent that shows what the function is here for. */
  readonly rate: number
  /** Points where it is least, in the neighbourhood or at all; texts are expressions of the parameters. */
  readonly minima: readonly (readonly (number | string)[])[]
  /** One sentence: why it is here. */
  readonly lesson: string
}
