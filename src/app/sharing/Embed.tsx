import { useId, useState } from 'react'
import { type PanelName, panels } from '../../panels/lab/arrangement.tsx'
import type { Lab } from '../../state/lab/lab.ts'
import { forChat } from '../../state/links/encodeLink.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { copyText } from '../copyText.ts'
import { frameAddress, frameCode, leastSize, usualSize } from './frameCode.ts'
import styles from './Share.module.css'

/** What a reader of a page wants to begin with. */
const usualPanels: readonly PanelName[] = ['plot', 'time']

interface Props {
  readonly lab: Lab
  readonly title: string
}

/** Some panels of the lab as a frame for a page of one's own: chosen, sized, and as HTML to copy. */
export function Embed({ lab, title }: Props) {
  const heading = useId()
  const [chosen, choose] = useState(usualPanels)
  const [size, resize] = useState(usualSize)
  // The lab waits behind the dialog.
  const [link] = useState(() => lab.link(forChat))
  const address = frameAddress(location.href, link, chosen)
  const missing = lab.beyondLink()
  const change = (part: Partial<typeof size>) => {
    const next = { ...size, ...part }
    const fits = next.width >= leastSize.width && next.height >= leastSize.height
    if (fits) resize(next)
    return fits
  }
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h3 id={heading}>Embed</h3>
      <fieldset className={styles.panels}>
        <legend>Panels</legend>
        {panels.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              // One has to be left.
              disabled={chosen.length === 1 && chosen.includes(name)}
              onChange={({ target }) =>
                choose(panels.filter((it) => (it === name ? target.checked : chosen.includes(it))))
              }
            />
            {wordOf(name)}
          </label>
        ))}
      </fieldset>
      <div className={styles.size}>
        <NumberField
          label="Width"
          wanted={`a number of pixels, ${leastSize.width} or more`}
          value={size.width}
          onChange={(width) => change({ width })}
        />
        <NumberField
          label="Height"
          wanted={`a number of pixels, ${leastSize.height} or more`}
          value={size.height}
          onChange={(height) => change({ height })}
        />
        <a href={address} target="_blank" rel="noopener">
          See it alone
        </a>
      </div>
      <Code code={frameCode(address, `Descent: ${title}`, size)} />
      {missing !== undefined && <p>{missing}.</p>}
    </section>
  )
}

const wordOf = (name: PanelName) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** HTML to copy. Where the browser forbids that, it is selected, to be copied by hand. */
function Code({ code }: { readonly code: string }) {
  const id = useId()
  const [told, tell] = useState('')
  const copy = async () => {
    if (await copyText(code)) return tell('Copied')
    const area = document.getElementById(id)
    if (area instanceof HTMLTextAreaElement) area.select()
    tell('This browser does not let the page copy: it is selected, copy it from here')
  }
  return (
    <div className={styles.code}>
      <label htmlFor={id}>HTML</label>
      <textarea id={id} readOnly rows={5} value={code} spellCheck={false} />
      <p>
        <button type="button" onClick={() => void copy()}>
          Copy HTML
        </button>{' '}
        <span role="status">{told}</span>
      </p>
    </div>
  )
}
