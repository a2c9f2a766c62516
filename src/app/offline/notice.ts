import styles from './notice.module.css'

/** What is said of a new version. Made by hand, so that nothing of the page comes in more pieces because of it. */
export interface Notice {
  readonly show: (words: string) => void
  /** Forgets that it was put off. */
  readonly wake: () => void
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = name
  made.addEventListener('click', act)
  return made
}

/** A place at the edge of the page where a new version is announced: it takes nobody away from what they do. */
export function createNotice({ onReload }: { readonly onReload: () => void }): Notice {
  const place = document.createElement('div')
  place.role = 'status'
  place.ariaLabel = 'Version'
  let isPutOff = false
  const said = document.createElement('p')
  const notice = document.createElement('div')
  notice.className = styles.notice ?? ''
  notice.append(
    said,
    button('Reload', onReload),
    button('Later', () => {
      isPutOff = true
      notice.remove()
    }),
  )
  // Screen readers read what comes into a place that is there already.
  document.body.append(place)
  return {
    show(words) {
      said.textContent = words
      // Whoever has the focus in it keeps it.
      if (!notice.isConnected && !isPutOff) place.append(notice)
    },
    wake() {
      isPutOff = false
    },
  }
}
