// Makes a lab of any kind: a store, and the functions that change it.
import { createStore } from 'zustand/vanilla'
import type { Engine } from '../../engine/client.ts'
import { changing } from './changing.ts'
import { noHistory } from './history.ts'
import type { Inside } from './inside.ts'
import type { AnyExperiment, LabKind } from './kind.ts'
import type { Lab, LabState } from './lab.ts'
import { begun, opening } from './opening.ts'
import { createRunner } from './running.ts'
import { transport } from './transport.ts'

/** Makes a lab. What it shows first is what it is told to open. */
export function createLab<E extends AnyExperiment, P, S, O, F>(
  kind: LabKind<E, P, S, O, F>,
  engine: Engine,
): Lab<E, P, S, O> & F {
  type State = LabState<E, P, S, O> & O
  const store = createStore(() => ({ ...fresh(kind), ...kind.own?.initial }) as State)
  const set: Inside<E, P, S, O>['set'] = (part, own) =>
    store.setState({ ...part, ...own } as Partial<State>)
  const inside = { kind, engine, store, get: store.getState, set }
  const { start, rest } = createRunner(inside)
  const lab: Lab<E, P, S, O> = {
    id: kind.id,
    store,
    engine,
    keys: kind.keys ?? [],
    ...changing(inside, start),
    ...opening(inside, start),
    ...transport(inside),
    exports: () => kind.exports(whole),
    rest,
    wake: start,
    complain: (...problems) => set({ problems }),
  }
  const functions = kind.own?.functions(lab, (own) => set({}, own))
  const whole = { ...lab, ...functions } as Lab<E, P, S, O> & F
  return whole
}

const fresh = <E extends AnyExperiment, P, S, O, F>(
  kind: LabKind<E, P, S, O, F>,
): LabState<E, P, S, O> => ({
  ...begun(kind, kind.initial),
  shown: undefined,
  growing: false,
  history: noHistory,
  problems: [],
  speed: 1,
})
