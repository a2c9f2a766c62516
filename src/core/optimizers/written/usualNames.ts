// What names of hyper-parameters usually mean.
import { decay, epsilon, type Hyper, penalty, rate } from '../../hyper.ts'
import { optimizers } from '../index.ts'
import { hyperOf } from '../optimizer.ts'

/** Names that people use for what no optimizer here calls so. */
const usual: readonly (readonly [RegExp, Hyper])[] = [
  [/^(beta|gamma|mu|rho|alpha|decay|momentum)\d*$/, decay(0.9)],
  [/^(lr|eta|rate|step)\d*$/, rate(0.01)],
  [/^(eps|epsilon|delta)\d*$/, epsilon(1e-8)],
  [/^(weight_decay|wd|lambda|lambd|penalty)\d*$/, penalty(0.01)],
]

/** The hyper-parameters of the built-in optimizers, the first of each name; looked up when someone first asks. */
let builtIn: ReadonlyMap<string, Hyper> | undefined
function known(): ReadonlyMap<string, Hyper> {
  builtIn ??= new Map(optimizers.flatMap((optimizer) => [...hyperOf(optimizer)]).reverse())
  return builtIn
}

/** The hyper-parameter that a name usually is, where someone has used it before. */
export function usualMeaning(name: string): Hyper | undefined {
  const like = usual.find(([pattern]) => pattern.test(name))?.[1] ?? known().get(name)
  return like && (typeof like.value === 'number' ? like : { ...like, value: 1 })
}

/** Names of the built-in optimizers that nobody would come near by chance. */
export const longNames = (): string[] => [...known().keys()].filter((name) => name.length > 6)
