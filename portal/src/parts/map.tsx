import { useQuery } from '@tanstack/react-query'
import { geoMercator, geoPath, type GeoPermissibleObjects } from 'd3-geo'
import { Link } from 'react-router'
import { number } from '../app/format'
import { useSay } from '../app/language'
import { useSession } from '../app/session'
import { Asked, Empty } from './states'

export interface Place {
  agency: string
  name: string
  value: number | undefined
  unit: string
  met: boolean | undefined
  to: string
}

interface Tile {
  agency: string
  row: number
  column: number
}

interface Boundary {
  type: 'Feature'
  geometry: GeoPermissibleObjects
  properties: { agency?: string }
}

type Drawn = { boundaries: Boundary[] } | { tiles: Tile[] } | undefined

const WIDTH = 600
const HEIGHT = 480

async function file<T>(address: string): Promise<T | undefined> {
  const answer = await fetch(address)
  return answer.ok && answer.headers.get('Content-Type')?.includes('json') ? ((await answer.json()) as T) : undefined
}

/** A province's map, `maps/VN-22.json`: boundaries (GeoJSON, each feature with its `agency`), or a tile about where each lies. */
async function drawn(province: string): Promise<Drawn | null> {
  const map = await file<{ features?: Boundary[]; tiles?: Tile[] }>(`/maps/${province}.json`)
  return map?.features ? { boundaries: map.features } : map?.tiles ? { tiles: map.tiles } : null
}

/** Five steps from the least value to the greatest. */
function step(value: number | undefined, all: number[]): number | undefined {
  if (value === undefined || all.length === 0) {
    return undefined
  }
  const least = Math.min(...all)
  const span = Math.max(...all) - least
  return span === 0 ? 3 : Math.min(4, Math.floor((5 * (value - least)) / span)) + 1
}

export function ProvinceMap({ places, label }: { places: Place[]; label: string }) {
  const say = useSay()
  const { person } = useSession()
  const province = person.province ?? ''
  const query = useQuery({ queryKey: ['map', province], queryFn: () => drawn(province), staleTime: Infinity })
  const of = new Map(places.map((it) => [it.agency, it]))
  return (
    <Asked query={query} isEmpty={(it) => !it} empty={say('Chưa có bản đồ của tỉnh này.', 'There is no map of this province yet.')}>
      {(map) => {
        const here = 'tiles' in (map ?? {}) ? (map as { tiles: Tile[] }).tiles.map((it) => it.agency) : ((map as { boundaries: Boundary[] }).boundaries ?? []).map((it) => it.properties.agency ?? '')
        const all = here.map((it) => of.get(it)?.value).filter((it): it is number => it !== undefined)
        if (all.length === 0) {
          return <Empty>{say('Không cơ quan nào trên bản đồ có số liệu kỳ này.', 'No agency on the map has a figure for this period.')}</Empty>
        }
        return (
          <>
            {map && 'tiles' in map ? <Tiles tiles={map.tiles} of={of} all={all} label={label} /> : <Boundaries boundaries={(map as { boundaries: Boundary[] }).boundaries} of={of} all={all} label={label} />}
            <p className="soft small">
              {say('Từ', 'From')} {number(Math.min(...all))} {say('(nhạt) đến', '(pale) to')} {number(Math.max(...all))} {say('(đậm)', '(deep)')}
              {map && 'tiles' in map && `; ${say('mỗi ô một huyện, đặt gần đúng vị trí', 'a tile for each district, about where it lies')}`}
            </p>
          </>
        )
      }}
    </Asked>
  )
}

function Tiles({ tiles, of, all, label }: { tiles: Tile[]; of: Map<string, Place>; all: number[]; label: string }) {
  const say = useSay()
  return (
    <ul className="tiles" aria-label={label}>
      {tiles.map((it) => {
        const place = of.get(it.agency)
        return (
          <li key={it.agency} style={{ gridRow: it.row, gridColumn: it.column }} className={`step-${step(place?.value, all) ?? 0}`}>
            {place ? (
              <Link to={place.to}>
                <span>{shortName(place.name)}</span>
                <strong>
                  {number(place.value)}
                  {place.value !== undefined && place.unit === '%' ? '%' : ''}
                </strong>
                {place.met !== undefined && <span className="small">{place.met ? say('đạt', 'met') : say('chưa đạt', 'not met')}</span>}
              </Link>
            ) : (
              <span>{say('chưa có', 'none')}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Boundaries({ boundaries, of, all, label }: { boundaries: Boundary[]; of: Map<string, Place>; all: number[]; label: string }) {
  const whole = { type: 'FeatureCollection' as const, features: boundaries as never[] }
  const path = geoPath(geoMercator().fitSize([WIDTH, HEIGHT], whole))
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="boundaries" role="group" aria-label={label}>
      {boundaries.map((it, at) => {
        const place = of.get(it.properties.agency ?? '')
        const shape = <path d={path(it as never) ?? ''} className={`step-${step(place?.value, all) ?? 0}`} />
        return place ? (
          <Link key={at} to={place.to} aria-label={`${place.name}: ${number(place.value)}`}>
            <title>{`${place.name}: ${number(place.value)}`}</title>
            {shape}
          </Link>
        ) : (
          <g key={at}>{shape}</g>
        )
      })}
    </svg>
  )
}

/** What the people say: without the name of the office. */
export function shortName(name: string): string {
  return name.replace(/^(Ủy ban nhân dân|UBND)\s+(tỉnh\s+|huyện\s+)?/iu, '').replace(/^(thành phố|thị xã)\s+/u, (it) => (it.startsWith('thành') ? 'TP ' : 'TX '))
}
