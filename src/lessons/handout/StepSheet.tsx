import { Prose } from '../page/Prose.tsx'
import { FigureOf } from './FigureOf.tsx'
import styles from './Handout.module.css'
import { Space } from './Space.tsx'
import { keyOf, type Sheet } from './sheets.ts'
import type { Figures } from './useFigures.ts'

interface Props {
  readonly sheet: Sheet
  /** All of the lesson. */
  readonly sheets: readonly Sheet[]
  readonly figures: Figures
  /** What its scene is shown by. */
  readonly lab: string | undefined
}

/** A step on paper: its words, its figure, its questions with room for answers. */
export function StepSheet({ sheet, sheets, figures, lab }: Props) {
  const { number, step, questions, before } = sheet
  const same = sheets.find((other) => keyOf(other.before) === keyOf(before))
  const asked = questions.values()
  const heading = `step-${number}`
  return (
    <section aria-labelledby={heading} className={styles.step}>
      <h2 id={heading}>
        {number}. {step.title}
      </h2>
      {same && same !== sheet ? (
        <p className={styles.again}>Its figure is that of step {same.number}.</p>
      ) : (
        <FigureOf
          name={`Figure ${number}`}
          lab={lab}
          figure={figures.get(keyOf(before))}
          link={step.scene.link}
        />
      )}
      {step.blocks.map((block, i) => {
        const key = `${block.kind} ${i}`
        if (block.kind === 'prose') return <Prose key={key} nodes={block.nodes} />
        const it = asked.next().value
        return (
          it && <Space key={key} {...it} figure={same?.number ?? number} link={step.scene.link} />
        )
      })}
    </section>
  )
}
