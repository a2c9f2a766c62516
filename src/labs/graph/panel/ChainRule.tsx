// labs/graph/panel/: what stands beside the graph: the step's formulas, the values of the variables, and steps from there.
import { useCallback, useMemo, useRef } from 'react'
import { adjointFormula, type FormulaOfStage, formulasOf } from '../../../core/graphs/chainRule.ts'
import { kinkInWords, nodeInWords } from '../../../core/graphs/telling.ts'
import { Voice } from '../../../panels/step/Voice.tsx'
import { Region } from '../../../ui/place.tsx'
import { type Moment, namesIn, useGraphLab, useGraphState, useMoment } from '../useGraph.ts'
import { FillIn } from './FillIn.tsx'
import { Formulas } from './Formulas.tsx'
import styles from './Panel.module.css'
import { stepAloud, stepInWords } from './stepInWords.ts'

/** What happens at the step that is shown, with symbols and with numbers; or all of a node that someone looks at. */
export function ChainRule() {
  const lab = useGraphLab()
  const moment = useMoment()
  const ask = useRef<HTMLInputElement>(null)
  const selected = useGraphState((state) => state.selected)
  const isAsking = useGraphState((state) => state.isAsking)
  const node = selected !== undefined && selected < moment.graph.nodes.length ? selected : undefined
  return (
    <Region name="Chain rule" className={styles.rule}>
      <header className={styles.header}>
        <h2>Chain rule</h2>
        <span>{node === undefined ? titleOf(moment) : `node ${moment.names[node]?.text}`}</span>
        {node !== undefined && (
          <button
            type="button"
            onClick={() => {
              // The button is about to go.
              ask.current?.focus()
              lab.look({ selected: undefined })
            }}
          >
            Back to the step
          </button>
        )}
        <label className={styles.ask}>
          <input
            ref={ask}
            type="checkbox"
            checked={isAsking}
            onChange={({ target }) => lab.look({ isAsking: target.checked })}
          />
          Ask me
        </label>
      </header>
      {node === undefined ? (
        isAsking ? (
          <FillIn moment={moment} />
        ) : (
          <OfStep moment={moment} />
        )
      ) : (
        <OfNode moment={moment} node={node} />
      )}
      <Spoken />
    </Region>
  )
}

/** Says what happens as it plays. */
function Spoken() {
  const lab = useGraphLab()
  const sentences = () => {
    const { shown, playhead } = lab.store.getState()
    const { stages = [], graph } = shown?.prepared ?? {}
    const stage = stages[Math.floor(playhead)]
    return shown && graph && stage
      ? [stepAloud({ graph, names: namesIn(graph), stage, shown })]
      : []
  }
  const watch = useCallback(
    (note: () => void) =>
      lab.store.subscribe((state, before) => {
        if (Math.floor(state.playhead) !== Math.floor(before.playhead)) note()
      }),
    [lab],
  )
  return <Voice sentences={sentences} watch={watch} />
}

function titleOf({ step, shown, stage }: Moment): string {
  const pass = {
    start: 'the start',
    forward: 'forward',
    turn: 'the way back begins',
    backward: 'backward',
  }
  return `step ${step} of ${shown.last}: ${pass[stage.pass]}`
}

function OfStep({ moment }: { readonly moment: Moment }) {
  const { graph, shown, stage } = moment
  const formulas = useMemo(() => formulasOf(graph, shown, stage), [graph, shown, stage])
  return (
    <>
      <p className={styles.words}>{stepInWords(moment)}</p>
      <Formulas formulas={formulas} />
      {'node' in stage && <Kink moment={moment} node={stage.node} />}
    </>
  )
}

function OfNode({ moment, node }: { readonly moment: Moment; readonly node: number }) {
  const { graph, shown, names, known } = moment
  const formulas = useMemo(
    (): readonly FormulaOfStage[] => [
      ...(graph.nodes[node]?.inputs.length
        ? formulasOf(graph, shown, { pass: 'forward', node })
        : []),
      ...adjointFormula(graph, shown, node),
    ],
    [graph, shown, node],
  )
  return (
    <>
      <p className={styles.words}>{nodeInWords(graph, shown, known, node, names)}</p>
      <Formulas formulas={formulas} />
      <Kink moment={moment} node={node} />
    </>
  )
}

function Kink({ moment, node }: { readonly moment: Moment; readonly node: number }) {
  const { graph, shown } = moment
  const of = graph.nodes[node]
  const words = of && kinkInWords(of, shown.values)
  return words ? <p className={styles.kink}>{words}</p> : null
}
