/** Names as the Unicode CLDR has them in Indonesian, by ISO 3166 alpha-3. */
const fromCldr = `
    AFG Afganistan; ALB Albania; DZA Aljazair; AND Andorra; AGO Angola; ATG Antigua dan Barbuda; ARG Argentina; ARM Armenia;
    AUS Australia; AUT Austria; AZE Azerbaijan; BHS Bahama; BHR Bahrain; BGD Bangladesh; BRB Barbados; BLR Belarus; BEL Belgia;
    BLZ Belize; BEN Benin; BTN Bhutan; BOL Bolivia; BIH Bosnia dan Herzegovina; BWA Botswana; BRA Brasil; BGR Bulgaria;
    BFA Burkina Faso; BDI Burundi; KHM Kamboja; CMR Kamerun; CAN Kanada; CAF Republik Afrika Tengah; TCD Chad; CHL Cile;
    CHN Tiongkok; COL Kolombia; COM Komoro; COK Kepulauan Cook; CRI Kosta Rika; HRV Kroasia; CUB Kuba; CYP Siprus; CZE Ceko;
    DNK Denmark; DJI Jibuti; DMA Dominika; DOM Republik Dominika; ECU Ekuador; EGY Mesir; SLV El Salvador;
    GNQ Guinea Ekuatorial; ERI Eritrea; EST Estonia; ETH Etiopia; FJI Fiji; FIN Finlandia; FRA Prancis; GAB Gabon; GMB Gambia;
    GEO Georgia; DEU Jerman; GHA Ghana; GRC Yunani; GRD Grenada; GTM Guatemala; GIN Guinea; GNB Guinea-Bissau; GUY Guyana;
    HTI Haiti; HND Honduras; HUN Hungaria; ISL Islandia; IND India; IDN Indonesia; IRN Iran; IRQ Irak; IRL Irlandia;
    ISR Israel; ITA Italia; JAM Jamaika; JPN Jepang; JOR Yordania; KAZ Kazakhstan; KEN Kenya; KIR Kiribati; KWT Kuwait;
    KGZ Kirgizstan; LVA Latvia; LBN Lebanon; LSO Lesotho; LBR Liberia; LBY Libya; LIE Liechtenstein; LTU Lituania;
    LUX Luksemburg; MDG Madagaskar; MWI Malawi; MYS Malaysia; MDV Maladewa; MLI Mali; MLT Malta; MHL Kepulauan Marshall;
    MRT Mauritania; MUS Mauritius; MEX Meksiko; MCO Monako; MNG Mongolia; MNE Montenegro; MAR Maroko; MOZ Mozambik;
    NAM Namibia; NRU Nauru; NPL Nepal; NLD Belanda; NZL Selandia Baru; NIC Nikaragua; NER Niger; NGA Nigeria; NIU Niue;
    MKD Makedonia Utara; NOR Norwegia; OMN Oman; PAK Pakistan; PLW Palau; PAN Panama; PNG Papua Nugini; PRY Paraguay; PER Peru;
    PHL Filipina; POL Polandia; PRT Portugal; QAT Qatar; ROU Rumania; RWA Rwanda; KNA Saint Kitts dan Nevis; LCA Saint Lucia;
    VCT Saint Vincent dan Grenadine; WSM Samoa; SMR San Marino; STP Sao Tome dan Principe; SAU Arab Saudi; SEN Senegal;
    SRB Serbia; SYC Seychelles; SLE Sierra Leone; SGP Singapura; SVK Slovakia; SVN Slovenia; SLB Kepulauan Solomon;
    SOM Somalia; ZAF Afrika Selatan; SSD Sudan Selatan; ESP Spanyol; LKA Sri Lanka; SDN Sudan; SUR Suriname; SWE Swedia;
    CHE Swiss; TJK Tajikistan; THA Thailand; TGO Togo; TON Tonga; TTO Trinidad dan Tobago; TUN Tunisia; TKM Turkmenistan;
    TUV Tuvalu; UGA Uganda; UKR Ukraina; ARE Uni Emirat Arab; GBR Inggris Raya; USA Amerika Serikat; URY Uruguay;
    UZB Uzbekistan; VUT Vanuatu; VEN Venezuela; VNM Vietnam; YEM Yaman; ZMB Zambia; ZWE Zimbabwe;`;

/**
 * Names for which the CLDR has an informal one, or one that the State has given up: the formal name in Indonesian, or what the State notified
 * to the United Nations.
 */
const fromFormalNames = `
    BRN Brunei Darussalam; CPV Cabo Verde; COG Kongo; COD Republik Demokratik Kongo; PRK Republik Rakyat Demokratik Korea;
    KOR Republik Korea; LAO Republik Demokratik Rakyat Laos; RUS Federasi Rusia; SYR Republik Arab Suriah; PSE Palestina;
    MMR Myanmar; SWZ Eswatini; TUR Türkiye; VAT Takhta Suci; FSM Federasi Mikronesia; MDA Republik Moldova;
    TZA Republik Persatuan Tanzania; TLS Timor-Leste; CIV Côte d'Ivoire;`;

/** The short name of each State in Indonesian, by ISO 3166 alpha-3. */
export const indonesianNames: ReadonlyMap<string, string> = new Map(
  `${fromCldr}${fromFormalNames}`
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => [entry.slice(0, 3), entry.slice(4)]),
);
