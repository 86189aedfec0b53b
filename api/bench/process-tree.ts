import { readdirSync, readFileSync } from 'node:fs'

/** Memory of a process and all its descendants, bytes: resident (shared pages counted in each) and proportional. Linux only. */
export function memoryOfTree(root: number): { resident: number; proportional: number } {
  const total = { resident: 0, proportional: 0 }
  for (const id of treeOf(root)) {
    const rollup = readProc(`${id}/smaps_rollup`)
    total.resident += kilobytes(rollup, 'Rss') * 1024
    total.proportional += kilobytes(rollup, 'Pss') * 1024
  }
  return total
}

/** Ids of a process and all its descendants. */
export function treeOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    // The command between parentheses may hold anything; the parent is the second field after it.
    const parent = readProc(`${name}/stat`).split(') ').at(-1)?.split(' ')[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const tree = [root]
  for (const id of tree) for (const [child, parent] of parents) if (parent === id) tree.push(child)
  return tree
}

function kilobytes(rollup: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0)
}

/** A process may end between listing and reading: then there is nothing. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}
