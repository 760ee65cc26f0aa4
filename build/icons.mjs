// npm run icons: every icon of app and project files from build/icon.svg, drawn by Chromium. The results are committed.
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'
import { packIcns, packIco } from './iconFiles.mjs'
import { root } from './sources.mjs'

const sizes = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]
const icoSizes = [16, 24, 32, 48, 64, 128, 256]
const mark = fs.readFileSync(path.join(root, 'build/icon.svg'), 'utf8')

/** A sheet of paper with the app's mark: a project file. */
const sheet = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <path d="M6 1h14l7 7v22a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V2a1 1 0 0 1 1-1z" fill="#ffffff" stroke="#9aa0b4" />
  <path d="M20 1v7h7" fill="#e4e7f0" stroke="#9aa0b4" stroke-linejoin="round" />
  <svg x="8" y="12" width="16" height="16">${mark}</svg>
</svg>`

const browser = await chromium.launch({
  executablePath: (await findChromium(() => {})) ?? undefined,
  // Root can't use Chromium's sandbox; what is drawn is our own file.
  chromiumSandbox: process.getuid?.() !== 0,
})
const page = await browser.newPage()

async function draw(svg, size) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>*{margin:0}svg:not(svg svg){display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  return { size, png: await page.screenshot({ omitBackground: true }) }
}

async function write(svg, name, folder) {
  const images = []
  for (const size of sizes) images.push(await draw(svg, size))
  fs.mkdirSync(path.join(root, folder), { recursive: true })
  for (const { size, png } of images)
    if (size !== 1024 || name === 'icon')
      fs.writeFileSync(path.join(root, folder, `${size}x${size}.png`), png)
  const ico = images.filter(({ size }) => icoSizes.includes(size))
  fs.writeFileSync(path.join(root, `build/${name}.ico`), packIco(ico))
  fs.writeFileSync(path.join(root, `build/${name}.icns`), packIcns(images))
}

await write(mark, 'icon', 'build/icons')
await write(sheet, 'document', 'build/documentIcons')
await browser.close()
