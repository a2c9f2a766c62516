import { useId, useRef, useState } from 'react'
import type { Lab } from '../state/lab/lab.ts'
import { forChat } from '../state/links/encodeLink.ts'
import styles from './CopyLink.module.css'

const shownFor = 1500

/** Copies the link to what is shown. Where the browser forbids it, the link is there to be copied by hand. */
export function CopyLink({ lab }: { readonly lab: Lab }) {
  const id = useId()
  const [copied, setCopied] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const copy = async () => {
    const link = new URL(lab.link(forChat), location.href).href
    if (await copyText(link)) {
      setCopied(true)
      setTimeout(() => setCopied(false), shownFor)
    } else if (field.current) {
      field.current.value = link
      dialog.current?.showModal()
      field.current.select()
    }
  }
  return (
    <>
      <button type="button" className={styles.copy} onClick={() => void copy()}>
        Copy link
        <span aria-hidden="true" className={styles.tick} data-on={copied}>
          ✓
        </span>
      </button>
      <span role="status" className="visually-hidden">
        {copied ? 'Link copied' : ''}
      </span>
      <dialog ref={dialog} aria-labelledby={id} className={styles.dialog}>
        <h2 id={id}>The link</h2>
        <p>This browser does not let the page copy. The link is selected: copy it from here.</p>
        <input ref={field} type="text" aria-label="Link" readOnly />
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  )
}

/** Whether a text is on the clipboard now. Pages without HTTPS have no clipboard, and permission may be denied. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
