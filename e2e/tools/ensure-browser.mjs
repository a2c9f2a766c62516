// Makes sure that there is a browser for the tests: Debian's package when root, else Playwright's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './browser.mjs'

/** @param {string} command @param {string[]} args */
const run = (command, ...args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0

function install() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.env.DEBIAN_FRONTEND = 'noninteractive'
    const get = ['install', '-yq', '--no-install-recommends']
    if (
      run('apt-get', 'update', '-q') &&
      (run('apt-get', ...get, 'chromium-headless-shell', 'fonts-dejavu-core') ||
        run('apt-get', ...get, 'chromium', 'fonts-dejavu-core'))
    ) {
      return
    }
  }
  run('npx', 'playwright', 'install', '--only-shell', 'chromium')
}

if (!findBrowser()) install()
const browser = findBrowser()
if (browser) process.stdout.write(`Browser tests use ${browser}\n`)
else {
  process.stderr.write(
    'No browser for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to one.\n',
  )
  process.exit(1)
}
