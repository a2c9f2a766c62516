// Makes sure that there is a browser for the tests: Debian's package when root, else Playwright's own. Where Debian's can
// be installed, its shell without windows is, beside a whole Chromium too: the tests take two thirds of the time in it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { findBrowser } from './browser.mjs'

/** @param {string} command @param {string[]} args */
const run = (command, ...args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0

const shell = 'chromium-headless-shell'
const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** @param {string[]} names @returns whether one of these packages is installed now */
function installPackage(...names) {
  process.env.DEBIAN_FRONTEND = 'noninteractive'
  const get = ['install', '-yq', '--no-install-recommends']
  return (
    run('apt-get', 'update', '-q') &&
    names.some((name) => run('apt-get', ...get, name, 'fonts-dejavu-core'))
  )
}

const found = findBrowser()
if (canInstall && !process.env.CHROMIUM_PATH && basename(found ?? '') !== shell)
  installPackage(shell, ...(found ? [] : ['chromium']))
if (!findBrowser()) run('npx', 'playwright', 'install', '--only-shell', 'chromium')
const browser = findBrowser()
if (browser) process.stdout.write(`Browser tests use ${browser}\n`)
else {
  process.stderr.write(
    'No browser for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to one.\n',
  )
  process.exit(1)
}
