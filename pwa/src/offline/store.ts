/** A small cupboard in IndexedDB: put, take, empty. A phone that refuses to keep things still works, with a network. */

const NAME = 'passport'
const SHELF = 'kept'

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused')))
  })
}

let opening: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  if (opening === null) {
    const request = indexedDB.open(NAME, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(SHELF))
    opening = settled(request)
    opening.catch(() => {
      opening = null
    })
  }
  return opening
}

async function shelf(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const database = await open()
  return database.transaction(SHELF, mode).objectStore(SHELF)
}

export async function put(key: string, value: unknown): Promise<void> {
  await settled((await shelf('readwrite')).put(value, key))
}

export async function take<T>(key: string): Promise<T | undefined> {
  return settled((await shelf('readonly')).get(key) as IDBRequest<T | undefined>)
}

export async function takeAll<T>(): Promise<T[]> {
  return settled((await shelf('readonly')).getAll() as IDBRequest<T[]>)
}

export async function empty(): Promise<void> {
  await settled((await shelf('readwrite')).clear())
}
