/** A small cupboard in IndexedDB: put, take, empty. A phone that refuses to keep things still works, with a network. */

const NAME = 'passport'
const VERSION = 4

/**
 * kept: the passport, per language · pages: months, days, years and the like · outbox: what waits to be sent ·
 * drafts: what is being typed · read: how far news was read, until the server knows ·
 * pass: this phone's keys and certificates · register: what passes are checked with, which is nobody's ·
 * notices: to whom this phone is a device that is told, and what it has shown.
 */
export type Shelf = 'kept' | 'pages' | 'outbox' | 'drafts' | 'read' | 'pass' | 'register' | 'notices'
const SHELVES: readonly Shelf[] = ['kept', 'pages', 'outbox', 'drafts', 'read', 'pass', 'register', 'notices']

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused')))
  })
}

let opening: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  if (opening === null) {
    const request = indexedDB.open(NAME, VERSION)
    request.addEventListener('upgradeneeded', () => {
      const there = request.result.objectStoreNames
      SHELVES.filter((shelf) => !there.contains(shelf)).forEach((shelf) => request.result.createObjectStore(shelf))
    })
    opening = settled(request)
    opening.then(letGo, () => {
      opening = null
    })
  }
  return opening
}

/** A newer version of the app in another tab may open it too, and a phone that closes it is asked again. */
function letGo(database: IDBDatabase): void {
  database.addEventListener('versionchange', () => {
    database.close()
    opening = null
  })
  database.addEventListener('close', () => {
    opening = null
  })
}

async function reach(shelf: Shelf, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const database = await open()
  return database.transaction(shelf, mode).objectStore(shelf)
}

export async function put(shelf: Shelf, key: string, value: unknown): Promise<void> {
  await settled((await reach(shelf, 'readwrite')).put(value, key))
}

export async function take<T>(shelf: Shelf, key: string): Promise<T | undefined> {
  return settled((await reach(shelf, 'readonly')).get(key) as IDBRequest<T | undefined>)
}

/** Takes everything of a shelf whose key begins so, in the order of the keys. */
export async function takeAll<T>(shelf: Shelf, beginning = ''): Promise<T[]> {
  const range = beginning === '' ? undefined : IDBKeyRange.bound(beginning, `${beginning}\uffff`)
  return settled((await reach(shelf, 'readonly')).getAll(range) as IDBRequest<T[]>)
}

export async function remove(shelf: Shelf, key: string): Promise<void> {
  await settled((await reach(shelf, 'readwrite')).delete(key))
}

/** Removes everything of a shelf whose key begins so. */
export async function removeAll(shelf: Shelf, beginning: string): Promise<void> {
  await settled((await reach(shelf, 'readwrite')).delete(IDBKeyRange.bound(beginning, `${beginning}\uffff`)))
}

export async function empty(...shelves: Shelf[]): Promise<void> {
  const database = await open()
  const transaction = database.transaction(shelves, 'readwrite')
  await Promise.all(shelves.map((shelf) => settled(transaction.objectStore(shelf).clear())))
}
