import { useEffect, useState } from 'react'
import styles from './FileDrop.module.css'
import type { OpenLabs } from './openLabs.ts'

/** A saved experiment, or a lesson, may be dropped anywhere on the page. */
export function FileDrop({ openFile }: Pick<OpenLabs, 'openFile'>) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const enter = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) void openFile(file)
    }
    addEventListener('dragenter', enter)
    addEventListener('dragover', enter)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragover', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [openFile])
  return over ? (
    <div className={styles.over}>Drop a saved experiment, a lesson or a talk to open it</div>
  ) : null
}
