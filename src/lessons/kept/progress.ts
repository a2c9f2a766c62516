// lessons/kept/: what stays of lessons: how far someone has come, and a lesson of one's own for as long as the page is open.
//
// Which steps someone has seen, and what was answered and how.
import { createStore } from 'zustand/vanilla'
import { keep, kept } from '../../state/keeping.ts'
import { type Score, scores } from '../asking/score.ts'
import type { Value } from '../facts/results.ts'

/** An answer, and what was so. */
export interface Given {
  readonly said: Value
  readonly truth: Value
  readonly score: Score
}

export interface Progress {
  /** Steps, counted from 1: the last one that was seen stands last. */
  readonly seen: readonly number[]
  /** By step and question: `3.1` is the first question of the third step. */
  readonly answers: Readonly<Record<string, Given>>
}

type All = Readonly<Record<string, Progress>>

export const none: Progress = { seen: [], answers: {} }

const place = 'descent-lessons'

const isObject = (it: unknown): it is Record<string, unknown> =>
  typeof it === 'object' && it !== null && !Array.isArray(it)
const isValue = (it: unknown): it is Value =>
  typeof it === 'string' || (typeof it === 'number' && Number.isFinite(it))
const isStep = (it: unknown): it is number => Number.isInteger(it) && Number(it) >= 1
const isGiven = (it: unknown): it is Given =>
  isObject(it) &&
  isValue(it.said) &&
  isValue(it.truth) &&
  scores.some((score) => score === it.score)

/** What was kept may be of another version, or garbage: only what has the right form counts. */
export function wellFormed(said: unknown): All {
  if (!isObject(said)) return {}
  const lessons = Object.entries(said).flatMap(([id, it]) =>
    isObject(it) ? [[id, wellFormedOne(it)] as const] : [],
  )
  return Object.fromEntries(lessons)
}

const wellFormedOne = ({ seen, answers }: Readonly<Record<string, unknown>>): Progress => ({
  seen: Array.isArray(seen) ? [...new Set(seen.filter(isStep))] : [],
  answers: isObject(answers)
    ? Object.fromEntries(
        Object.entries(answers).filter((entry): entry is [string, Given] => isGiven(entry[1])),
      )
    : {},
})

/** The progress of each lesson that was begun, by its id. */
export const progress = createStore<All>(() => wellFormed(kept(place)))

keep(progress, place)

const change = (id: string, by: (before: Progress) => Progress) =>
  progress.setState((all) => ({ ...all, [id]: by(all[id] ?? none) }))

/** A question by its place: both are counted from 1. */
export const keyOf = (step: number, question: number): string => `${step}.${question}`

export function noteSeen(id: string, step: number): void {
  change(id, (before) => ({
    ...before,
    seen: [...before.seen.filter((other) => other !== step), step],
  }))
}

/** Notes an answer, or, without one, that it is to be tried again. */
export function noteAnswer(id: string, key: string, given?: Given): void {
  change(id, ({ seen, answers }) => {
    const { [key]: _, ...others } = answers
    return { seen, answers: given ? { ...others, [key]: given } : others }
  })
}

/** Forgets a lesson, or all of them. @returns what brings it back */
export function forget(id?: string): () => void {
  const before = progress.getState()
  const { [id ?? '']: _, ...others } = before
  progress.setState(id === undefined ? {} : others, true)
  return () => progress.setState(before, true)
}
