import { serializeProject } from '../../../../shared/openProject.ts'
import { newProject } from '../../../../shared/newProject.ts'
import { makeZip, type ZipFile } from '../../datasets/archive/zip.test-support.ts'
import { manifestFor } from './pack.test-support.ts'
import { manifestName } from './packFormat.ts'

/** A pack that must be refused, with the codes that may say why. */
export interface HostilePack {
  readonly name: string
  readonly bytes: Buffer
  readonly codes: readonly string[]
}

type Files = Readonly<Record<string, Buffer | string>>

/** A pack of these files whose manifest fits them; `change` then spoils the zip's entries. */
const packOf = (files: Files, change: (entries: ZipFile[]) => readonly ZipFile[] = (entries) => entries) => {
  const entries = Object.entries(files).map(([name, content]): ZipFile => ({ name, content }))
  const manifest = { name: manifestName, content: JSON.stringify(manifestFor(files)) }
  return makeZip(change([...entries, manifest]))
}

const hostileNames: readonly string[] = [
  '../evil.csv',
  '../../evil.csv',
  'data/../evil.csv',
  'data/../../evil.csv',
  'data/sub/evil.csv',
  '/etc/evil.csv',
  '/evil.csv',
  '//server/share/evil.csv',
  '\\\\server\\share\\evil.csv',
  'C:\\evil.csv',
  'C:evil.csv',
  'c:/evil.csv',
  'data\\evil.csv',
  'data/..\\evil.csv',
  'data\\..\\..\\evil.csv',
  'data/a\0.csv',
  'data/a\n.csv',
  'data/a\u202Evsc.csv',
  'data/.hidden.csv',
  'data/ a.csv',
  'data/a.csv ',
  'data/a.csv.',
  'data/..',
  'data/.',
  'data/',
  'data/ /a.csv',
  'data//a.csv',
  'data/con.csv',
  'data/NUL.csv',
  'data/com1.csv',
  'data/LPT9.txt',
  'data/aux.csv',
  'data/a:b.csv',
  'data/a?.csv',
  'data/a*.csv',
  'data/a<b.csv',
  'data/a|b.csv',
  'data/a"b.csv',
  'data/run.exe',
  'data/run.sh',
  'data/run.bat',
  'data/x.desktop',
  'data/x.lnk',
  'data/x.js',
  'data/noending',
  'evil.csv',
  'evil.loom',
  'x/환자.loom',
  '환자.loom/x.csv',
  '환자.runs',
  '환자.runs/x',
  '환자.runs/../x/run.json',
  '환자.runs/a b/run.json',
  '환자.runs/.run/run.json',
  '환자.runs/run-1/evil.sh',
  '환자.runs/run-1/model/evil.js',
  '환자.runs/run-1/model/../../x',
  '환자.runs/run-1/checkpoints/1/weights.bin',
  '환자.runs/run-1/model/model.json/x',
  'other.runs/run-1/run.json',
  '.bashrc',
  '.ssh/authorized_keys',
  '__MACOSX/._환자.loom',
  'layerloom-pack.json/x',
  `data/${'a'.repeat(130)}.csv`,
  `data/${'a/'.repeat(300)}b.csv`,
  '__proto__',
  'constructor',
  'data/__proto__',
  '\u200Edata/a.csv',
  'DATA/a.csv',
  'Data/a.csv',
  '환자.Runs/run-1/run.json',
  '~/a.csv',
  '$HOME/a.csv',
  '%TEMP%/a.csv',
  'data/%2e%2e/a.csv',
  '‥/a.csv',
]

const hostileProjects: readonly string[] = [
  '../환자.loom',
  '/환자.loom',
  '환자',
  '환자.csv',
  '.loom',
  'con.loom',
  'data/환자.loom',
  'a\\b.loom',
  'C:x.loom',
  '..loom',
  ' .loom',
  'x\0.loom',
  '환자.loom ',
  '',
]

const withFile = (good: Files, name: string, content: Buffer | string): Files => ({
  ...good,
  [name]: content,
})

const manifestOf = (good: Files, change: (manifest: Record<string, unknown>) => unknown): Buffer => {
  const manifest = change(JSON.parse(JSON.stringify(manifestFor(good))) as Record<string, unknown>)
  const content = typeof manifest === 'string' ? manifest : JSON.stringify(manifest)
  return makeZip([
    ...Object.entries(good).map(([name, bytes]): ZipFile => ({ name, content: bytes })),
    { name: manifestName, content },
  ])
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const projectNaming = (file: string): string =>
  serializeProject({ ...newProject('x'), data: { sources: [{ id: 'data', file }], steps: [] } })

const hostilePaths: readonly string[] = [
  '/etc/passwd',
  '../../../etc/passwd',
  'data/../../x.csv',
  '//server/share/x.csv',
  'C:/x.csv',
  'data\\x.csv',
  'x.csv',
  'file:///etc/passwd',
  'data/sub/x.csv',
  '/dev/zero',
  '/proc/self/environ',
  'data/con.csv',
  'data/run.sh',
  './data/x.csv',
]

/** Packs that lie in their zip: names, sizes, checksums, methods, and entries that share bytes. */
const lyingZips = (good: Files): readonly HostilePack[] => {
  const damaged = ['packDamaged', 'packTooLarge', 'packEntryRefused', 'notAPack']
  const each = (name: string, change: (entry: ZipFile) => ZipFile) =>
    Object.keys(good).map(
      (target): HostilePack => ({
        name: `${name} ${target}`,
        codes: damaged,
        bytes: packOf(good, (entries) =>
          entries.map((entry) => (entry.name === target ? change(entry) : entry)),
        ),
      }),
    )
  const bomb = Buffer.alloc(20 * 2 ** 20)
  return [
    ...each('encrypted', (entry) => ({ ...entry, flags: 1 })),
    ...each('unknown method', (entry) => ({ ...entry, method: 12 })),
    ...each('says fewer bytes', (entry) => ({ ...entry, saysBytes: 1 })),
    ...each('says more bytes', (entry) => ({ ...entry, saysBytes: 10_000_000 })),
    ...each('says 4 GB', (entry) => ({ ...entry, saysBytes: 0xfffffffe })),
    ...each('wrong checksum', (entry) => ({ ...entry, saysCrc: 7 })),
    ...each('other content', (entry) => ({ ...entry, content: 'other' })),
    // The first of them is at 0 indeed.
    ...each('offset of another', (entry) => ({ ...entry, saysOffset: 0 })).slice(1),
    ...each('offset outside', (entry) => ({ ...entry, saysOffset: 0x7fffffff })),
    { name: 'bomb', codes: ['packTooLarge'], bytes: packOf(withFile(good, 'data/bomb.csv', bomb)) },
    { name: 'bomb of JSON', codes: ['packTooLarge'], bytes: packOf(withFile(good, '환자.loom', bomb)) },
    {
      name: 'twins',
      codes: ['packEntryRefused'],
      bytes: packOf(good, (entries) => [...entries, entries[0]!]),
    },
    {
      name: 'twins by case',
      codes: ['packEntryRefused'],
      bytes: packOf({ ...good, 'data/A.csv': 'x\n', 'data/a.CSV': 'x\n' }),
    },
    {
      name: 'too many',
      codes: ['packTooMany'],
      bytes: packOf({
        ...good,
        ...Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`data/${index}.csv`, 'x'])),
      }),
    },
  ]
}

/** Packs whose manifest is wrong, or says other files than there are. */
const lyingManifests = (good: Files): readonly HostilePack[] => {
  const spoilt = (
    name: string,
    change: (manifest: Record<string, unknown>) => unknown,
    codes = ['packDamaged'],
  ) => ({
    name: `manifest: ${name}`,
    codes,
    bytes: manifestOf(good, change),
  })
  const files = (manifest: Record<string, unknown>) => manifest['files'] as Record<string, unknown>[]
  return [
    spoilt('no JSON', () => '{'),
    spoilt('a number', () => 7),
    spoilt('null', () => null),
    spoilt('a list', () => []),
    spoilt('deep', () => deep(100_000)),
    spoilt('prototype', () => '{"__proto__":{"format":1}}'),
    spoilt('no format', ({ format: _, ...rest }) => rest),
    spoilt('format 0', (manifest) => ({ ...manifest, format: 0 })),
    spoilt('format 2', (manifest) => ({ ...manifest, format: 2 }), ['packTooNew']),
    spoilt('no project', ({ project: _, ...rest }) => rest),
    spoilt('no files', ({ files: _, ...rest }) => rest),
    spoilt('files no list', (manifest) => ({ ...manifest, files: {} })),
    spoilt('one file less', (manifest) => ({ ...manifest, files: files(manifest).slice(1) })),
    spoilt('one file more', (manifest) => ({
      ...manifest,
      files: [...files(manifest), { path: 'data/more.csv', bytes: 1, sha256: 'a'.repeat(64) }],
    })),
    spoilt('one file twice', (manifest) => ({
      ...manifest,
      files: [...files(manifest), files(manifest)[0]],
    })),
    spoilt('negative size', (manifest) => ({
      ...manifest,
      files: files(manifest).map((file) => ({ ...file, bytes: -1 })),
    })),
    spoilt('wrong size', (manifest) => ({
      ...manifest,
      files: files(manifest).map((file) => ({ ...file, bytes: 1 })),
    })),
    spoilt('wrong hash', (manifest) => ({
      ...manifest,
      files: files(manifest).map((file) => ({ ...file, sha256: 'b'.repeat(64) })),
    })),
    spoilt('no hash', (manifest) => ({
      ...manifest,
      files: files(manifest).map((file) => ({ ...file, sha256: '' })),
    })),
    ...hostileProjects.map((project) =>
      spoilt(`project ${JSON.stringify(project)}`, (manifest) => ({ ...manifest, project }), [
        'packEntryRefused',
        'packDamaged',
      ]),
    ),
  ]
}

/** Packs whose documents are broken, or name files elsewhere. */
const lyingDocuments = (good: Files): readonly HostilePack[] => {
  const runPath = Object.keys(good).find((name) => name.endsWith('/run.json')) ?? ''
  const run = JSON.parse(String(good[runPath])) as Record<string, unknown>
  const folder = runPath.slice(0, -'/run.json'.length)
  const codes = ['packDamaged', 'packEntryRefused', 'notAProject', 'projectTooDeep', 'projectTooNew']
  const spoilt = (name: string, path: string, content: string): HostilePack => ({
    name: `${name} in ${path}`,
    codes,
    bytes: packOf(withFile(good, path, content)),
  })
  const broken = [
    '',
    '{',
    'null',
    '7',
    '"x"',
    '[]',
    '{}',
    '{"format":99}',
    deep(100_000),
    '{"__proto__":{}}',
    '\0\0\0',
  ]
  const runs = (change: Record<string, unknown>) => JSON.stringify({ ...run, ...change })
  return [
    ...broken.flatMap((content, index) =>
      ['환자.loom', runPath, `${folder}/model/layerloom.json`].map((path) =>
        spoilt(`broken ${index}`, path, content),
      ),
    ),
    ...['', '{', deep(100_000), '{"__proto__":{}}', '\0'].map((content, index) =>
      spoilt(`broken ${index}`, `${folder}/model/model.json`, content),
    ),
    ...hostilePaths.map((file) => spoilt(`source ${file}`, '환자.loom', projectNaming(file))),
    ...hostilePaths.map((file) =>
      spoilt(`source ${file}`, runPath, runs({ document: JSON.parse(projectNaming(file)) as unknown })),
    ),
    ...['queued', 'running'].map((state) => spoilt(`state ${state}`, runPath, runs({ state, pid: 1 }))),
    spoilt('the id of another run', runPath, runs({ id: 'run-9' })),
    spoilt('an id that leads out', runPath, runs({ id: '../../x' })),
  ]
}

/** Malicious packs of every kind, made from the files of a good one. */
export const hostilePacks = (good: Files): readonly HostilePack[] => [
  ...hostileNames.map(
    (name): HostilePack => ({
      name: `entry ${JSON.stringify(name)}`,
      codes: ['packEntryRefused', 'packDamaged'],
      bytes: packOf(withFile(good, name, 'x\n1\n')),
    }),
  ),
  ...lyingZips(good),
  ...lyingManifests(good),
  ...lyingDocuments(good),
  { name: 'no manifest', codes: ['notAPack'], bytes: makeZip([{ name: '환자.loom', content: '{}' }]) },
  { name: 'an empty zip', codes: ['notAPack', 'packDamaged'], bytes: makeZip([]) },
  { name: 'an empty file', codes: ['notAPack'], bytes: Buffer.alloc(0) },
  { name: 'text', codes: ['notAPack'], bytes: Buffer.from('a,b\n1,2\n') },
  { name: 'a gzip', codes: ['notAPack'], bytes: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]) },
]
