// What is asked in a step, and what is seen of its scene meanwhile: until the answer only what was before, then all of it.
import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Lab } from '../../state/lab/lab.ts'
import type { Value } from '../facts/results.ts'
import { type Given, keyOf, none, noteAnswer, progress } from '../kept/progress.ts'
import type { Question, Step } from '../text/lesson.ts'
import { questionsOf } from '../text/questionsOf.ts'
import { linkWith, type Seen, seenOf } from './cut.ts'
import { scoreOf } from './score.ts'
import { isShown, truthOf, whenever } from './truth.ts'

/** A question with what has been answered. */
export interface Asked {
  readonly question: Question
  /** What is about to be said: it is not checked yet. */
  readonly draft: Value | undefined
  /** It is checked, and what is so is on its way. */
  readonly isPending: boolean
  readonly given: Given | undefined
  readonly say: (draft: Value | undefined) => void
  readonly check: (said: Value) => void
  readonly again: () => void
}

export interface Asking {
  readonly seen: Seen
  /** The scene as it is seen now. */
  readonly link: string
  readonly asked: readonly Asked[]
  /** Notes what shows the scene. */
  readonly onLab: (lab: Lab | undefined) => void
}

interface Place {
  readonly id: string
  /** Counted from 1. */
  readonly number: number
  readonly step: Step
  /** A step before has shown the same scene. */
  readonly isKnown: boolean
}

type ByQuestion = Readonly<Record<number, Value>>

/** What someone is about in a step. */
interface Doing {
  readonly drafts: ByQuestion
  /** Checked, while what is so is on its way. */
  readonly pending: ByQuestion
  /** Someone has just answered: the scene goes on from there. */
  readonly going?: { readonly from?: number | undefined } | undefined
}

const nothing: Doing = { drafts: {}, pending: {} }

/** What is asked in a step of a lesson. */
export function useAsking({ id, number, step, isKnown }: Place): Asking {
  const answers = useStore(progress, (all) => all[id]?.answers ?? none.answers)
  const [{ drafts, pending, going }, doing] = useStateOf(`${id}/${number}`, nothing)
  const questions = questionsOf(step)
  const keyAt = (i: number) => keyOf(number, i + 1)
  const isAnswered = (i: number) => i in pending || keyAt(i) in answers
  const seen = seenOf(step, { isAnswered, isKnown })
  const isOfRun = seen.isWhole || seen.upTo !== undefined
  const at = isOfRun ? going?.from : undefined
  const link = at === undefined ? seen.link : linkWith(seen.link, { at })
  const { opened, onLab } = useOpened(link)
  const settle = (i: number, given: Given) => {
    noteAnswer(id, keyAt(i), given)
    doing((now) => ({ ...now, pending: without(now.pending, i) }))
  }

  usePlay(opened, going !== undefined)
  useTruths(questions, { pending, lab: opened, settle })
  return {
    seen,
    link,
    onLab,
    asked: questions.map((question, i) => ({
      question,
      draft: drafts[i],
      isPending: i in pending,
      given: answers[keyAt(i)],
      say: (draft) =>
        doing((now) => ({
          ...now,
          drafts: draft === undefined ? without(now.drafts, i) : { ...now.drafts, [i]: draft },
        })),
      check: (said) =>
        doing((now) => ({
          ...now,
          pending: { ...now.pending, [i]: said },
          going: seen.isWhole ? now.going : { from: seen.upTo },
        })),
      again() {
        noteAnswer(id, keyAt(i))
        doing((now) => ({ drafts: without(now.drafts, i), pending: without(now.pending, i) }))
      },
    })),
  }
}

/** A state that begins anew where it is of something else. */
function useStateOf<T>(of: string, initial: T) {
  const [held, hold] = useState({ of, value: initial })
  const change = (by: (now: T) => T) =>
    hold((now) => ({ of, value: by(now.of === of ? now.value : initial) }))
  return [held.of === of ? held.value : initial, change] as const
}

function without(all: ByQuestion, i: number): ByQuestion {
  const { [i]: _, ...others } = all
  return others
}

/** What shows a link, once it does. */
function useOpened(link: string) {
  const [opened, open] = useState<{ readonly lab: Lab | undefined; readonly link: string }>()
  const onLab = useCallback((lab: Lab | undefined) => open({ lab, link }), [link])
  return { opened: opened?.link === link ? opened.lab : undefined, onLab }
}

/** Plays what is shown, once it is there. */
function usePlay(lab: Lab | undefined, isGoing: boolean): void {
  useEffect(() => {
    if (lab && isGoing) return whenever(lab, () => isShown(lab) || undefined, lab.play)
  }, [lab, isGoing])
}

interface Waiting {
  readonly pending: ByQuestion
  /** What shows the scene. */
  readonly lab: Lab | undefined
  readonly settle: (question: number, given: Given) => void
}

/** Waits until it is known what is so, for each answer. */
function useTruths(questions: readonly Question[], { pending, lab, settle }: Waiting): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the questions of a step are the same every time
  useEffect(() => {
    const ends = Object.entries(pending).map(([index, said]) => {
      const question = questions[Number(index)] as Question
      return truthOf(question, lab, (truth) =>
        settle(Number(index), { said, truth, score: scoreOf(question, said, truth) }),
      )
    })
    return () => {
      for (const end of ends) end()
    }
  }, [pending, lab])
}
