import { useRef } from 'react'
import { useStore } from 'zustand'
import { examples } from '../labs/curve/examples.ts'
import { csvOf, download, jsonOf, openFile } from '../state/files.ts'
import type { Lab } from '../state/lab.ts'
import { cycleTheme, preferences } from '../state/preferences.ts'
import { Menu } from '../ui/Menu.tsx'
import { CopyLink } from './CopyLink.tsx'
import styles from './Header.module.css'
import { Keys } from './Keys.tsx'

export function Header({ lab }: { readonly lab: Lab }) {
  const file = useRef<HTMLInputElement>(null)
  const theme = useStore(preferences, (state) => state.theme)
  return (
    <header className={styles.header}>
      <a className={styles.brand} href="#/curve">
        <Logo />
        Descent
      </a>
      <Menu
        label="Examples"
        items={examples.map(({ name, hint, link }) => ({
          name,
          hint,
          onSelect: () => lab.openLink(link),
        }))}
      />
      <span className={styles.space} />
      <CopyLink lab={lab} />
      <button type="button" onClick={() => file.current?.click()}>
        Open
      </button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen) void openFile(lab, chosen)
          event.target.value = ''
        }}
      />
      <Menu
        label="Export"
        items={[
          {
            name: 'CSV',
            hint: 'every point with its loss and gradient',
            onSelect: () => download('descent.csv', csvOf(lab)),
          },
          {
            name: 'JSON',
            hint: 'this experiment, for Open',
            onSelect: () => download('descent.json', jsonOf(lab)),
          },
        ]}
      />
      <button
        type="button"
        aria-label="Theme"
        title={`Theme: ${theme}`}
        onClick={cycleTheme}
        className={styles.icon}
      >
        <ThemeIcon />
      </button>
      <Keys lab={lab} />
    </header>
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
