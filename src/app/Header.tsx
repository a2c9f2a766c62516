import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Lab } from '../state/lab/lab.ts'
import { cycleTheme, preferences } from '../state/preferences.ts'
import { Menu } from '../ui/Menu.tsx'
import { CopyLink } from './CopyLink.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import styles from './Header.module.css'
import { Keys } from './Keys.tsx'
import { labs } from './labs.ts'
import type { OpenLabs } from './openLabs.ts'
import { Presenting, presenterMode, useOffers } from './Presenting.tsx'
import { ShareButton } from './ShareButton.tsx'

interface Props {
  readonly openLabs: OpenLabs
  /** The one that is shown, or was last. */
  readonly lab: Lab
  /** Where someone is instead. */
  readonly place?: string | undefined
}

export function Header({ openLabs, lab, place }: Props) {
  return (
    <header className={styles.header}>
      <a className={styles.brand} href="#/">
        <Logo />
        Descent
      </a>
      <Labs openLabs={openLabs} />
      {place === undefined ? (
        <OfLab {...{ openLabs, lab }} />
      ) : (
        <>
          <span className={styles.space} />
          <Theme />
        </>
      )}
    </header>
  )
}

/** What can be done with the lab that is shown. */
function OfLab({ openLabs, lab }: Props) {
  const file = useRef<HTMLInputElement>(null)
  const offers = useOffers()
  return (
    <>
      <Examples key={lab.id} {...{ openLabs, lab }} />
      <span className={styles.space} />
      <Travel lab={lab} />
      <button type="button" popoverTarget="tools" aria-label="More" className={styles.more}>
        ⋯
      </button>
      <div id="tools" popover="auto" className={styles.tools}>
        <CopyLink lab={lab} />
        <ShareButton lab={lab} className={styles.icon} />
        <Presenting lab={lab} {...offers} />
        <button type="button" onClick={() => file.current?.click()}>
          Open
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,.md,application/json"
          hidden
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            if (chosen) void openLabs.openFile(chosen)
            event.target.value = ''
          }}
        />
        <ExportMenu lab={lab} />
        <Theme />
      </div>
      <Keys lab={lab} onPresent={() => offers.ask(presenterMode)} />
    </>
  )
}

function Theme() {
  const theme = useStore(preferences, (state) => state.theme)
  return (
    <button
      type="button"
      aria-label="Theme"
      title={`Theme: ${theme}`}
      onClick={cycleTheme}
      className={styles.icon}
    >
      <ThemeIcon />
    </button>
  )
}

/** From lab to lab, and to the lessons. */
function Labs({ openLabs }: Pick<Props, 'openLabs'>) {
  const here = useStore(openLabs.store, ({ id, place }) => place ?? id)
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    nav.current?.querySelector(`[href="#/${here}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    <nav ref={nav} aria-label="Labs" className={styles.labs}>
      {labs.map(({ id, title }) => (
        <a
          key={id}
          href={`#/${id}`}
          aria-current={id === here ? 'page' : undefined}
          onClick={(event) => {
            // In another tab it begins anew; here it is as it was left.
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            if (id !== here) openLabs.visit(id)
          }}
        >
          {title}
        </a>
      ))}
      <a href="#/lessons" aria-current={here === 'lessons' ? 'page' : undefined}>
        Lessons
      </a>
    </nav>
  )
}

/** The links that a lab offers, loaded when someone asks for them. */
function Examples({ openLabs, lab }: Props) {
  const examples = labs.find(({ id }) => id === lab.id)?.examples
  return (
    <Menu
      label="Examples"
      items={async () =>
        ((await examples?.()) ?? []).map(({ name, hint, link }) => ({
          name,
          hint,
          onSelect: () => openLabs.follow(link),
        }))
      }
    />
  )
}

/** Undo and redo. Not disabled, so that the focus stays where it is at the ends. */
function Travel({ lab }: { readonly lab: Lab }) {
  const canUndo = useStore(lab.store, ({ history }) => history.past.length > 0)
  const canRedo = useStore(lab.store, ({ history }) => history.future.length > 0)
  const button = (label: string, isPossible: boolean, act: () => void, d: string) => (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={!isPossible}
      onClick={act}
      className={styles.icon}
    >
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
        <path d={d} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </button>
  )
  return (
    <>
      {button('Undo', canUndo, lab.undo, 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3')}
      {button('Redo', canRedo, lab.redo, 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3')}
    </>
  )
}

const Logo = () => (
  <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
    <path
      d="M2 8C8 8 7 26 14 26S20 12 24 12s4 4 6 2"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
    />
    <circle cx="14" cy="25" r="5" className={styles.ball} />
  </svg>
)

const ThemeIcon = () => (
  <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
    <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
    <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
  </svg>
)
