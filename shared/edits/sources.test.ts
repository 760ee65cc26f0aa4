import { describe, expect, it } from 'vitest'
import { newProject } from '../newProject.ts'
import { ProblemError } from '../problems.ts'
import { acceptSource, addSource, setColumnType, setDialect } from './sources.ts'

describe('data sources', () => {
  const one = addSource(newProject('p'), 'a.csv')
  it('get ids of their own', () => {
    const two = addSource(one.project, 'data/b.csv')
    expect(two.source).not.toBe(one.source)
    expect(two.project.data.sources.map(({ file }) => file)).toEqual(['a.csv', 'data/b.csv'])
  })
  it('forget their columns when they are read differently, and find out again what is taken back', () => {
    const known = acceptSource(one.project, one.source, {
      sha256: 'a'.repeat(64),
      columns: { x: { type: 'number' } },
    })
    const asked = setDialect(known, one.source, { delimiter: ';' })
    expect(asked.data.sources[0]).toEqual({
      id: one.source,
      file: 'a.csv',
      sha256: 'a'.repeat(64),
      dialect: { delimiter: ';' },
    })
    expect(setDialect(asked, one.source, { delimiter: ';' })).toBe(asked)
    expect(setDialect(asked, one.source, { delimiter: undefined }).data.sources[0]).not.toHaveProperty(
      'dialect',
    )
  })
  it('take the type of a column from the user, and give it back', () => {
    const typed = setColumnType(one.project, one.source, '__proto__', 'text')
    const both = setColumnType(typed, one.source, 'x', 'date')
    expect(Object.entries(both.data.sources[0]?.columns ?? {})).toEqual([
      ['__proto__', { type: 'text', chosen: true }],
      ['x', { type: 'date', chosen: true }],
    ])
    const back = setColumnType(
      setColumnType(both, one.source, 'x', undefined),
      one.source,
      '__proto__',
      undefined,
    )
    expect(back.data.sources[0]).not.toHaveProperty('columns')
  })
  it('keep what a person said of a column when they are read differently or accepted anew', () => {
    const found = {
      sha256: 'a'.repeat(64),
      columns: { x: { type: 'number' }, y: { type: 'number' } },
    } as const
    const typed = setColumnType(acceptSource(one.project, one.source, found), one.source, 'y', 'category')
    const chosen = { y: { type: 'category', chosen: true } }
    expect(setDialect(typed, one.source, { missing: ['x'] }).data.sources[0]?.columns).toEqual(chosen)
    expect(acceptSource(typed, one.source, found).data.sources[0]?.columns).toEqual({
      ...found.columns,
      ...chosen,
    })
  })
  it('refuse what the format would', () => {
    expect(() => setDialect(one.project, one.source, { delimiter: 'ab' })).toThrow(ProblemError)
    expect(setDialect(one.project, 'gone', { delimiter: ';' })).toBe(one.project)
  })
})
