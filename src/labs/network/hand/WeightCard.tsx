import { useState } from 'react'
import type { NetworkExperiment } from '../../../core/experiment/networkExperiment.ts'
import { counted, exactFigures, plain } from '../../../core/number.ts'
import { readably } from '../../../panels/lab/pace.ts'
import { setWeight } from '../../../state/networks/weightEdits.ts'
import { Region } from '../../../ui/place.tsx'
import { Field } from '../Field.tsx'
import { useNetworkLab, useNetworkState } from '../useNetwork.ts'
import { ChooseWeight } from './ChooseWeight.tsx'
import { checkedInWords } from './checked.ts'
import styles from './Hand.module.css'
import { type ChosenWeight, useChosenWeight } from './useParameter.ts'

/** The chosen weight: which one, its value, to be set by hand, and whether its slope can be trusted. */
export function WeightCard() {
  const lab = useNetworkLab()
  const chosen = useChosenWeight(readably)
  const { seen, index, name, isBias } = chosen
  const { setByHand, told } = useByHand(chosen)
  const check = useCheck(chosen)
  const { parameters, gradient } = seen.moment
  return (
    <Region name="Chosen weight" className={styles.region}>
      <header className={styles.header}>
        <h2>
          {isBias ? 'Bias' : 'Weight'} {name.text}
        </h2>
        <span>slope of the next batch’s loss by it: {plain(gradient[index] ?? Number.NaN)}</span>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is about to be changed must not move */}
      <div className={styles.fields} onFocus={lab.pause}>
        <ChooseWeight chosen={chosen} />
        <Field label="Weight" value={inField(parameters[index])} step={0.1} onChange={setByHand} />
        <button type="button" onClick={check.run}>
          Check this gradient
        </button>
      </div>
      <p role="status" className={styles.words}>
        {check.words}
      </p>
      <p role="status" className={styles.words}>
        {told}
      </p>
    </Region>
  )
}

/** With as many figures as a field has room for; what stays as it is there stays as it was. */
const inField = (value = Number.NaN) => Number(value.toPrecision(6))

interface Told {
  readonly experiment: NetworkExperiment
  /** The batches after which the network stood as it begins now. */
  readonly step: number
  readonly words: string
}

/** Sets the weight: training begins anew with it, and that is said until something else happens. */
function useByHand({ shown, seen, index, name }: ChosenWeight) {
  const lab = useNetworkLab()
  const experiment = useNetworkState((state) => state.experiment)
  const [told, tell] = useState<Told>()
  const current = told?.experiment === experiment ? told : undefined
  const { architecture } = shown.prepared
  const { parameters, step } = seen.moment
  const setByHand = (value: number): boolean => {
    const isTaken = lab.rebuild(
      setWeight({ architecture, parameters, step }, index, value),
      name.text,
    )
    // Who types on goes on from the same place.
    const from = current?.step ?? step
    if (isTaken) {
      const runs = shown.prepared.runs.length
      tell({
        experiment: lab.store.getState().experiment,
        step: from,
        words: toldInWords(`${name.text} = ${plain(value, exactFigures)}`, from, runs),
      })
    }
    return isTaken
  }
  return { setByHand, told: current?.words }
}

function toldInWords(set: string, step: number, runs: number): string {
  const batches = step === 1 ? '1 batch' : `${counted(step)} batches`
  const from = step ? ` from the network as it stood after ${batches},` : ''
  return `Training begins anew${from} with ${set}${runs > 1 ? ', in every run' : ''}: Undo goes back to the training before.`
}

/** The slope beside its difference quotient, when someone asks. */
function useCheck({ shown, seen, index }: ChosenWeight) {
  const lab = useNetworkLab()
  const [checked, say] = useState<{ of: object; index: number; words: string }>()
  const { moment } = seen
  const { architecture, dataset, loss, dropout } = shown.prepared
  const run = () => {
    lab.pause()
    const { parameters, batch } = moment
    const of = { training: dataset.training, batch, loss, dropout }
    say({ of: moment, index, words: checkedInWords({ architecture, parameters }, of, index) })
  }
  const isOfThis = checked?.of === moment && checked.index === index
  return { run, words: isOfThis ? checked.words : undefined }
}
