// Finds a browser for the tests: $CHROMIUM_PATH, an installed Chromium or Chrome, or Playwright's own.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Where commands of these names may be installed. @param {readonly string[]} names */
const onPath = (names) =>
  names.flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  )

/** Whether a command answers: a snap that is only a stub does not. @param {string} command */
function answers(command) {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

/** The first command of these names that is installed. @param {readonly string[]} names */
export const installed = (names) => onPath(names).find((path) => existsSync(path))

/** The executable of a browser, if there is one. @returns {string | undefined} */
export function findBrowser() {
  const own = process.env.CHROMIUM_PATH
  if (own) return own
  const found = [...onPath(names), ...elsewhere].filter((path) => existsSync(path)).find(answers)
  if (found) return found
  const downloaded = chromium.executablePath()
  return existsSync(downloaded) ? downloaded : undefined
}

/** What keeps a browser quiet and willing in tests. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
