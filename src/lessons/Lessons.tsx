import { useStore } from 'zustand'
import type { Stage } from '../scenes/stage.ts'
import type { Arrival } from '../ui/parts/arrival.ts'
import { Late, part, useArrived } from '../ui/parts/Part.tsx'
import { type Address, addressOf, end, handout, useAddress } from './address.ts'
import { own, ownId } from './kept/own.ts'
import { lessonOf } from './lessonOf.ts'
import { Contents } from './page/Contents.tsx'
import { EndPage } from './page/EndPage.tsx'
import { LessonPage } from './page/LessonPage.tsx'
import { Nowhere } from './page/Nowhere.tsx'
import { StepPage } from './page/StepPage.tsx'
import type { ReadLesson } from './text/lesson.ts'

const Handout = part(async () => (await import('./handout/Handout.tsx')).Handout)

interface Props {
  readonly stage: Stage
  readonly openFile: (file: File) => Promise<void>
}

/** The lessons: all of them, one, or a step of it, as the address says. */
export function Lessons({ stage, openFile }: Props) {
  const { id, step } = useAddress()
  const opened = useStore(own, (state) => state.opened)
  if (id === undefined) return <Contents openFile={openFile} />
  const coming = lessonOf(id)
  if (!coming) return <Nowhere words={unknown(id)} back={contents} />
  return <Chosen key={id === ownId ? opened?.text : id} {...{ stage, id, step, coming }} />
}

const contents = { words: 'All lessons', address: addressOf() }

const unknown = (id: string) =>
  id === ownId
    ? 'A lesson of your own is there until the page is left: open its file again.'
    : `There is no lesson \`${id.slice(0, 40)}\`.`

interface ChosenProps extends Address {
  readonly stage: Stage
  readonly id: string
  readonly coming: Arrival<ReadLesson>
}

function Chosen({ stage, id, step, coming }: ChosenProps) {
  const read = useArrived(coming)
  if (!read) return <Late of={coming} />
  const { lesson } = read
  if (step === undefined) return <LessonPage id={id} read={read} />
  if (step === handout) return <Handout {...{ stage, id, lesson }} />
  if (step === end) return <EndPage {...{ id, lesson }} />
  const number = /^\d{1,4}$/.test(step) ? Number(step) : 0
  if (number >= 1 && number <= lesson.steps.length)
    return <StepPage {...{ stage, id, lesson, number }} />
  return (
    <Nowhere
      words={`“${lesson.title}” has no step \`${step.slice(0, 40)}\`: it has ${lesson.steps.length}.`}
      back={{ words: lesson.title, address: addressOf(id) }}
    />
  )
}
