import { orProblem, type Api, type Tasks } from '../app/api'
import type { Service } from '../app/config'

/** Has the browser keep what a service gives as a file. */
export async function download(api: Api, service: Service, path: string, name: string, init?: RequestInit): Promise<void> {
  const answer = await orProblem(await api.fetch(service, path, init))
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

type Receipt = Tasks['Receipt']

/** Sends a file as it is. */
export async function upload(api: Api, service: Service, path: string, file: Blob, key: string): Promise<Receipt> {
  if (file.size === 0) {
    throw new Error('Tệp rỗng; hãy chọn tệp khác. / The file is empty; choose another.')
  }
  const answer = await orProblem(
    await api.fetch(service, path, {
      method: 'POST',
      body: file,
      headers: { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key },
    }),
  )
  return (await answer.json()) as Receipt
}
