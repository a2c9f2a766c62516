import { useId, useState } from 'react'
import { counted } from '../../../core/number.ts'
import { tried } from '../../../state/lab/consider.ts'
import * as edits from '../../../state/networks/edits.ts'
import { type ReadPoints, readPoints } from '../../../state/networks/readPoints.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useNetworkLab, useNetworkState } from '../useNetwork.ts'
import styles from './OwnPoints.module.css'

/** Bytes: more is no table that anyone learns from here. */
const largest = 50_000_000

/** Points from a table: a file, or pasted. */
export function OwnPoints() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-label="Points from a table"
        title="Learn from points of your own: a CSV file, or pasted"
        onClick={() => setOpen(true)}
      >
        From a table…
      </button>
      {isOpen && <Table onClose={() => setOpen(false)} />}
    </>
  )
}

function Table({ onClose }: { readonly onClose: () => void }) {
  const lab = useNetworkLab()
  const id = useId()
  const points = useNetworkState(({ prepared }) => prepared.points)
  const [text, setText] = useState('')
  const [told, tell] = useState('')
  const use = (table: string) => {
    const read = tried(() => readPoints(table))
    if (typeof read === 'string') return tell(read)
    const classes = read.classes && 'cross-entropy'
    if (!lab.rebuild(edits.setPoints(plain(read), classes ?? 'mse')))
      return tell(String(lab.store.getState().problems[0] ?? 'These points cannot be used'))
    tell(summary(read))
  }
  const choose = async (file: File | undefined) => {
    if (!file) return
    if (file.size > largest)
      return tell(`${file.name} is larger than 50 MB: choose some of its rows`)
    try {
      use(await file.text())
    } catch {
      tell(`${file.name} could not be read: it is a folder, or it is gone`)
    }
  }
  return (
    <Dialog title="Points from a table" className={styles.dialog} onClose={onClose}>
      <p>
        A row for each point, columns apart by commas, semicolons or tabs. The last column is what
        is learned: a number, or a word for each class.
      </p>
      <label htmlFor={`${id}-file`}>CSV file</label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        onChange={({ target }) => void choose(target.files?.[0])}
      />
      <label htmlFor={`${id}-text`}>Paste a table</label>
      <textarea
        id={`${id}-text`}
        rows={7}
        spellCheck={false}
        value={text}
        placeholder={points.inputs
          .slice(0, 3)
          .map((row, i) =>
            [...row, ...(points.targets[i] ?? [])].map((v) => v.toFixed(2)).join(','),
          )
          .join('\n')}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="button" onClick={() => use(text)}>
        Use these points
      </button>
      <p role="status" className={styles.told}>
        {told}
      </p>
    </Dialog>
  )
}

const plain = ({ inputs, targets }: ReadPoints) => ({ inputs, targets })

const summary = ({ inputs, classes }: ReadPoints) =>
  `${inputs.length === 1 ? '1 point is' : `${counted(inputs.length)} points are`} learned from now${
    classes ? `, in classes ${classes.map((name, i) => `${i} = ${name}`).join(', ')}` : ''
  }.`
