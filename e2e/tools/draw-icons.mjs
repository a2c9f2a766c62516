// Draws the icons of the installed app, as its manifest lists them, from public/icon.svg.
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { browserArguments, findBrowser } from './browser.mjs'

const folder = 'public'
const drawing = readFileSync(`${folder}/icon.svg`, 'utf8')
const { icons, background_color: paper } = JSON.parse(
  readFileSync(`${folder}/manifest.webmanifest`, 'utf8'),
)
/** Of an icon that is cut to any shape, only a circle of four fifths is sure to be seen. */
const maskedShare = 0.62

const executablePath = findBrowser()
const browser = await chromium.launch({
  args: browserArguments,
  ...(executablePath && { executablePath }),
})
for (const { src, type, sizes, purpose } of icons) {
  if (type !== 'image/png') continue
  const size = Number.parseInt(sizes, 10)
  const isMasked = purpose === 'maskable'
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; place-items: center; ${isMasked ? `background: ${paper}` : ''} }
    svg { width: ${isMasked ? 100 * maskedShare : 100}vw }
  </style>${drawing}`)
  await page.screenshot({ path: `${folder}/${src}`, omitBackground: !isMasked })
  await page.close()
  process.stdout.write(`${folder}/${src}\n`)
}
await browser.close()
