import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOfHouse, HOUSE } from './files.ts'

const pages = filesOfHouse().filter(file => file.endsWith('.md'))
const scripts = Object.keys(JSON.parse(readFileSync(join(HOUSE, 'package.json'), 'utf8')).scripts)
const ROOMS = /^(api|web|etl|sql|tiles|data)\/[\w./-]+$/
const MADE_AT_RUN_TIME = /^(data\/\.local|web\/dist)/

test.each(pages)('%s names only paths and scripts that exist', page => {
  const text = readFileSync(join(HOUSE, page), 'utf8')
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(match =>
    join(dirname(page), match[1] ?? ''),
  )
  const named = [...text.matchAll(/`([^`\s]+)`/g)]
    .map(match => match[1] ?? '')
    .filter(word => ROOMS.test(word) && !MADE_AT_RUN_TIME.test(word))
  expect([...links, ...named].filter(path => !existsSync(join(HOUSE, path)))).toEqual([])
  const run = [...text.matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(match => match[1] ?? '')
  expect(run.filter(script => !scripts.includes(script))).toEqual([])
})

test('every room introduces itself', () => {
  const rooms = ['api', 'web', 'etl', 'sql', 'tiles', 'data']
  expect(rooms.filter(room => !pages.includes(`${room}/README.md`))).toEqual([])
})
