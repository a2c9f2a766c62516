import { useState } from 'react'
import { bugs } from '../../core/bugs/index.ts'
import { hasPlaceFor } from '../../core/experiment/lookUp.ts'
import type { Run } from '../../core/experiment/prepare.ts'
import { part } from '../../ui/parts/Part.tsx'
import styles from './RunPanel.module.css'

/** Only those who open the zoo need what is in it. */
const Bugs = part(async () => (await import('../more.ts')).Bugs)

/** The zoo of mistakes, where any can be made with this optimizer. */
export function BugZoo({ index, run }: { readonly index: number; readonly run: Run }) {
  const [open, setOpen] = useState(run.bugs.length > 0)
  if (!bugs.some((bug) => hasPlaceFor(run.optimizer, bug))) return null
  return (
    <details
      className={styles.zoo}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Bug zoo</summary>
      {open && <Bugs index={index} run={run} />}
    </details>
  )
}
