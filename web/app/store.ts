import { useSyncExternalStore } from 'react'

/** A value that screens can watch. */
export type Store<T> = Readonly<{
  get: () => T
  /** Merges a change; listeners hear of it only if something differs. */
  set: (change: Partial<T>) => void
  subscribe: (listener: () => void) => () => void
}>

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(change) {
      const keys = Object.keys(change) as (keyof T)[]
      if (keys.every(key => Object.is(value[key], change[key]))) return
      value = { ...value, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}
