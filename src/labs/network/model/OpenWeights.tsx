import { useId, useState } from 'react'
import { ExperimentError } from '../../../core/experimentError.ts'
import { readStateDict } from '../../../core/export/stateDict.ts'
import * as edits from '../../../state/networks/edits.ts'
import { useNetworkLab } from '../useNetwork.ts'
import styles from './Model.module.css'

/** Training begins from the weights of a file, under their names in state_dict. */
export function OpenWeights() {
  const lab = useNetworkLab()
  const id = useId()
  const [told, tell] = useState('')
  const open = async (file: File | undefined) => {
    if (!file) return
    try {
      const { architecture } = lab.store.getState().prepared
      const weights = readStateDict(await file.text(), architecture)
      const isTaken = lab.rebuild(edits.setWeights(weights))
      tell(isTaken ? 'Training begins from these weights.' : '')
    } catch (error) {
      tell(error instanceof ExperimentError ? error.message : `${file.name} could not be read`)
    }
  }
  return (
    <>
      <label
        htmlFor={id}
        className={styles.file}
        title="As JSON, by their names in state_dict: net.0.weight, net.0.bias, …"
      >
        Open weights
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          className="visually-hidden"
          onChange={({ target }) => {
            void open(target.files?.[0])
            target.value = ''
          }}
        />
      </label>
      <p role="status" className={styles.told}>
        {told}
      </p>
    </>
  )
}
