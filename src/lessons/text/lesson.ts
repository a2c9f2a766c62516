// lessons/text/: lessons as Markdown, from text to goals, steps, scenes and questions.
//
// A lesson: what it is for, its steps, and what comes after them.
import type { PhrasingContent, RootContent } from 'mdast'
import type { PanelName } from '../../panels/lab/arrangement.tsx'
import type { Fact } from '../facts/fact.ts'

export interface Lesson {
  readonly title: string
  /** What stands below the title. */
  readonly summary: readonly RootContent[]
  readonly goals: readonly RootContent[]
  readonly steps: readonly Step[]
  readonly exercise: Exercise
  readonly sources: readonly RootContent[]
}

/** With the text that it was read from. */
export interface ReadLesson {
  readonly text: string
  readonly lesson: Lesson
}

export interface Step {
  readonly title: string
  readonly blocks: readonly Block[]
  readonly scene: SceneOfStep
}

export type Block =
  | { readonly kind: 'prose'; readonly nodes: readonly RootContent[] }
  | { readonly kind: 'question'; readonly question: Question }

/** What stands beside the words of a step. */
export interface SceneOfStep {
  readonly link: string
  readonly panels: readonly PanelName[]
}

interface Asked {
  readonly prompt: readonly RootContent[]
  /** Said once it was answered. */
  readonly explanation: readonly RootContent[]
  /** What is seen until then, where it is not the scene itself, cut before its answer. */
  readonly before?: string
}

export type Question = Asked &
  (
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    /** How the run of the scene ends. */
    | { readonly kind: 'outcome'; readonly fact: Fact }
    /** A number, which counts as right if it is as near as that. */
    | { readonly kind: 'number'; readonly fact: Fact; readonly within: number }
    /** A point on the plot. */
    | { readonly kind: 'place'; readonly fact: Fact; readonly within: number }
  )

export interface Option {
  readonly isRight: boolean
  readonly words: readonly PhrasingContent[]
  /** Said to whoever has chosen it. */
  readonly because: readonly RootContent[]
}

export interface Exercise {
  readonly text: readonly RootContent[]
  /** A link to what solves it. */
  readonly solution: string
}
