// What the functions of a lab work on: its kind, its engine, and its store from the inside.
import type { Engine } from '../../engine/client.ts'
import type { LabKind } from './kind.ts'
import type { Lab, LabState } from './lab.ts'

export interface Inside<E, P, S, O> {
  readonly kind: Omit<LabKind<E, P, S, O>, 'exports'>
  readonly engine: Engine
  readonly store: Lab<E, P, S, O>['store']
  get(): LabState<E, P, S, O> & O
  set(part: Partial<LabState<E, P, S, O>>, own?: Partial<O>): void
}
