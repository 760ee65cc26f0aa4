#!/usr/bin/env node
// Stands in for fpm, which Debian doesn't have, when electron-builder makes a .deb: files and scripts are laid out, dpkg-deb packs them.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const withoutValue = new Set(['--force', '--debug', '--deb-no-default-config-files'])
const many = new Set(['-d', '--deb-recommends', '--deb-suggests'])

/** The options of fpm's command line that electron-builder uses, and the `source=destination` pairs. */
function parse(args) {
  const options = { '-d': [], '--deb-recommends': [], '--deb-suggests': [] }
  const files = []
  const left = [...args]
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (withoutValue.has(arg)) continue
    if (!arg.startsWith('-')) {
      files.push(arg.split('='))
      continue
    }
    const [name, value = left.shift()] = arg.split(/=(.*)/s)
    if (many.has(name)) options[name].push(value)
    else options[name] = value
  }
  return { options, files }
}

/** Debian's control file. */
function control(options, kibibytes) {
  const [summary = options['--name'], ...details] = (options['--description'] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const list = (name, values) => (values.length ? [`${name}: ${values.join(', ')}`] : [])
  return [
    `Package: ${options['--name']}`,
    `Version: ${options['--version']}`,
    `Architecture: ${options['--architecture']}`,
    `Maintainer: ${options['--maintainer']}`,
    `Installed-Size: ${kibibytes}`,
    ...list('Depends', options['-d']),
    ...list('Recommends', options['--deb-recommends']),
    ...list('Suggests', options['--deb-suggests']),
    `Section: ${options['--category'] ?? 'default'}`,
    `Priority: ${options['--deb-priority'] ?? 'optional'}`,
    ...(options['--url'] ? [`Homepage: ${options['--url']}`] : []),
    `Description: ${summary}`,
    ...details.map((line) => ` ${line}`),
    '',
  ].join('\n')
}

const { options, files } = parse(process.argv.slice(2))
if (options['-t'] !== 'deb') throw new Error(`makes deb only, not ${options['-t']}`)
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'fpm-deb-'))
for (const [source, destination] of files) {
  const target = path.join(root, destination)
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.cpSync(source, target, { recursive: true, verbatimSymlinks: true })
}
const [kibibytes] = execFileSync('du', ['-sk', root]).toString().split('\t')
const debian = path.join(root, 'DEBIAN')
fs.mkdirSync(debian)
fs.writeFileSync(path.join(debian, 'control'), control(options, kibibytes))
const scripts = [
  ['--after-install', 'postinst'],
  ['--after-remove', 'postrm'],
  ['--before-remove', 'prerm'],
]
for (const [option, name] of scripts) {
  if (!options[option]) continue
  fs.copyFileSync(options[option], path.join(debian, name))
  fs.chmodSync(path.join(debian, name), 0o755)
}
fs.chmodSync(root, 0o755)
const compression = `-Z${options['--deb-compression'] ?? 'xz'}`
execFileSync(
  'dpkg-deb',
  ['--root-owner-group', compression, '--build', root, options['--package'] ?? options['-p']],
  {
    stdio: 'inherit',
  },
)
fs.rmSync(root, { recursive: true, force: true })
