// scenes/: a lab wherever it stands: opened by a link, with its keys and what it has to say.
//
// A lab as the page knows it: of what kind its experiments are stays between its kind and its view.
import { type ComponentType, createElement, type ReactElement } from 'react'
import type { Engine } from '../engine/client.ts'
import type { readExperiment, Saved } from '../state/files.ts'
import { tried } from '../state/lab/consider.ts'
import { createLab } from '../state/lab/createLab.ts'
import type { AnyExperiment, LabKind } from '../state/lab/kind.ts'
import type { Lab } from '../state/lab/lab.ts'
import type { Arrival } from '../ui/parts/arrival.ts'

interface Example {
  readonly name: string
  readonly hint: string
  readonly link: string
}

export interface Entry {
  readonly id: string
  readonly title: string
  /** For whoever does not know it, in a few words. */
  readonly about: string
  /** The links that it offers, loaded when someone asks for them. */
  readonly examples: () => Promise<readonly Example[]>
  /** What opens it: some labs come only when someone goes there. */
  readonly opener: Arrival<Opener>
}

export interface Opener {
  /** Makes a lab, and what shows it. */
  readonly open: (engine: Engine) => OpenLab
  /** What the text of a saved file says here; only the lab itself knows what is in it. */
  readonly read: (by: Reader, text: string, file: string) => Saved<unknown>
  /** Whether what a file says that names no lab is for this one. */
  readonly takes: (said: unknown) => boolean
}

/** Reads a saved experiment by the parts of a lab's; it comes with the first file. */
type Reader = typeof readExperiment

export interface OpenLab {
  readonly lab: Lab
  readonly view: ReactElement
}

/** What opens a lab of a kind. */
export const openerOf = <E extends AnyExperiment, P, S, O, F>(
  kind: LabKind<E, P, S, O, F>,
  View: ComponentType<{ readonly lab: Lab<E, P, S, O> & F }>,
): Opener => ({
  open(engine) {
    const lab = createLab(kind, engine)
    return { lab, view: createElement(View, { key: kind.id, lab }) }
  },
  read: (by, text, file) => by(kind.parts, text, file),
  takes: (said) =>
    kind.takes?.(said as Partial<E>) ?? typeof tried(() => kind.prepare(said as E)) !== 'string',
})
