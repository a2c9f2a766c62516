import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import {
  ArrangementContext,
  type Overlay,
  OverlayContext,
  type PanelName,
} from '../../panels/lab/arrangement.tsx'
import { Scene } from '../../scenes/Scene.tsx'
import type { Stage } from '../../scenes/stage.ts'
import type { Lab } from '../../state/lab/lab.ts'
import type { Seen } from '../asking/cut.ts'
import { GuessMarks } from '../asking/GuessMarks.tsx'
import { type Guess, GuessContext } from '../asking/guess.ts'
import { type Asking, useAsking } from '../asking/useAsking.ts'
import { noteSeen } from '../kept/progress.ts'
import type { Lesson, SceneOfStep } from '../text/lesson.ts'
import { StepBar } from './StepBar.tsx'
import styles from './StepPage.module.css'
import { useTitle } from './useTitle.ts'
import { Words } from './Words.tsx'

interface Props {
  readonly stage: Stage
  readonly id: string
  readonly lesson: Lesson
  /** Counted from 1. */
  readonly number: number
}

/** A step of a lesson: its words beside its scene, and the way on. */
export function StepPage({ stage, id, lesson, number }: Props) {
  const step = lesson.steps[number - 1] as Lesson['steps'][number]
  useTitle(step.title, lesson.title)
  useEffect(() => noteSeen(id, number), [id, number])
  const isKnown = lesson.steps
    .slice(0, number - 1)
    .some(({ scene }) => scene.link === step.scene.link)
  const asking = useAsking({ id, number, step, isKnown })
  const { link, seen } = asking
  const lab = useRef<Lab>(undefined)
  const { onLab: note } = asking
  const onLab = useCallback(
    (it: Lab | undefined) => {
      lab.current = it
      note(it)
    },
    [note],
  )
  const [isFramed, frame] = useState(false)
  const words = <Words key={`${id}/${number}`} {...{ id, lesson, number, asking }} />
  const page = useRef<HTMLDivElement>(null)
  useBeginning(page, `${id}/${number}`, isFramed)
  const guess = guessIn(asking)
  return (
    <div ref={page} className={styles.page}>
      {!isFramed && (
        <div className={styles.waiting}>
          <div>{words}</div>
        </div>
      )}
      <ArrangementContext
        value={{
          ...useRoom(step.scene, seen),
          companion: <Framed onFrame={frame}>{words}</Framed>,
        }}
      >
        <GuessContext value={guess}>
          <OverlayContext value={overlayFor(guess)}>
            <Scene {...{ stage, link, onLab }} className={styles.scene} />
          </OverlayContext>
        </GuessContext>
      </ArrangementContext>
      <StepBar {...{ id, lesson, number }} linkOf={() => lab.current?.link() ?? link} link={link} />
    </div>
  )
}

/** Whoever comes to a step begins at its heading, also where that moves into the lab that has come. */
function useBeginning(page: RefObject<HTMLElement | null>, step: string, isFramed: boolean): void {
  const last = useRef('')
  useLayoutEffect(() => {
    const isNew = last.current !== step
    last.current = step
    if (isNew) scrollTo(0, 0)
    // In a frame nobody has come to yet it would be taken from the page around.
    if (!document.hasFocus() || (!isNew && document.activeElement !== document.body)) return
    page.current?.querySelector('h1')?.focus({ preventScroll: true })
    // The words have moved into the lab, or out of it.
    void isFramed
  }, [page, step, isFramed])
}

/** Tells whether it is on the page: the lab around it comes with its first picture, and words do not wait for that. */
function Framed({
  onFrame,
  children,
}: {
  readonly onFrame: (isFramed: boolean) => void
  readonly children: ReactNode
}) {
  // Before it is painted: otherwise the words are seen twice, and all below them moves.
  useLayoutEffect(() => {
    onFrame(true)
    return () => onFrame(false)
  }, [onFrame])
  return children
}

/** What does not tell what is asked. */
const discreet: readonly PanelName[] = ['plot', 'time', 'rule']

/** The panels that stand beside the words now. */
function useRoom({ panels }: SceneOfStep, { isWhole, isPlayable }: Seen) {
  return useMemo(() => {
    const isShown = (name: PanelName) =>
      isWhole || (discreet.includes(name) && (isPlayable || name !== 'time'))
    const shown = new Set(panels.filter(isShown))
    const kept = new Set(panels.filter((name) => !shown.has(name)))
    return { shown, kept }
  }, [panels, isWhole, isPlayable])
}

/** What is guessed on the plot: a place that is asked for, or else the last one that was answered. */
function guessIn({ asked }: Asking): Guess | undefined {
  const places = asked.filter(({ question }) => question.kind === 'place')
  const open = places.find(({ given }) => !given)
  const it = open ?? places.at(-1)
  if (it?.question.kind !== 'place') return undefined
  const { name } = it.question.fact
  if (it.given) return { name, at: Number(it.given.said), truth: Number(it.given.truth) }
  const { draft, isPending, say, check } = it
  const at = draft === undefined ? undefined : Number(draft)
  if (isPending) return { name, at }
  return { name, at, move: say, check: () => draft !== undefined && check(draft) }
}

const overlayFor = (guess: Guess | undefined): Overlay | undefined =>
  guess && { Marks: GuessMarks, onPlace: guess.move }
