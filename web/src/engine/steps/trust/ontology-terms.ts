/** Made by models/is_a.py; not to be edited. Terms of Cell Ontology v2026-03-26, Uberon v2026-04-01 and Mondo v2026-05-05: id, name, parents, other names. */
export const ONTOLOGY_TERMS = `CL:0000000	cell
CL:0000001	primary cultured cell	CL:0000010	primary cell culture cell|unpassaged cultured cell
CL:0000005	neural crest derived fibroblast	CL:0000057	fibroblast neural crest derived
CL:0000006	neuronal receptor cell	CL:0000101|CL:0000197	neuronal receptor cell (sensu Animalia)
CL:0000007	early embryonic cell (metazoa)	CL:0002321
CL:0000008	migratory cranial neural crest cell	CL:0000333
CL:0000010	cultured cell	CL:0000578
CL:0000011	migratory trunk neural crest cell	CL:0000333
CL:0000014	germ line stem cell	CL:0000034|CL:0000039	germline stem cell
CL:0000015	male germ cell	CL:0000586
CL:0000016	male germ line stem cell	CL:0000014|CL:0000015
CL:0000017	spermatocyte	CL:0000015
CL:0000018	spermatid	CL:0000015|CL:0000255|CL:0000413	nematoblast
CL:0000019	sperm	CL:0000255|CL:0000408	sperm cell|spermatozoid|spermatozoon
CL:0000020	spermatogonium	CL:0000015	spermatogonial cell
CL:0000021	female germ cell	CL:0000255|CL:0000586
CL:0000022	female germ line stem cell	CL:0000014|CL:0000021
CL:0000023	oocyte	CL:0000021
CL:0000024	oogonial cell	CL:0000021
CL:0000025	egg cell	CL:0000675	mature oocyte|ovum
CL:0000026	invertebrate nurse cell	CL:0000255|CL:0000412|CL:4029002
CL:0000027	smooth muscle cell neural crest derived	CL:0000192
CL:0000028	CNS neuron (sensu Nematoda and Protostomia)	CL:2000029
CL:0000029	neural crest derived neuron	CL:0000540	neuron neural crest derived
CL:0000030	glioblast	CL:0000255|CL:0011026
CL:0000031	neuroblast (sensu Vertebrata)	CL:0000255|CL:0011026	neuroblast
CL:0000032	neuroplacodal cell	CL:0000255|CL:0002321	neural placode cell
CL:0000033	apocrine cell	CL:0000152
CL:0000034	stem cell	CL:0011115
CL:0000035	single fate stem cell	CL:0000723	unipotent stem cell|unipotential stem cell
CL:0000036	epithelial fate stem cell	CL:0000255|CL:0000723	epithelial stem cell
CL:0000037	hematopoietic stem cell	CL:0000255|CL:0000723|CL:0008001|CL:0011026	blood forming stem cell|hemopoietic stem cell
CL:0000038	erythroid progenitor cell	CL:0000764|CL:0000839
CL:0000039	germ line cell	CL:0000000
CL:0000040	monoblast	CL:0000763|CL:0002194
CL:0000041	mature eosinophil	CL:0000145|CL:0000771	mature eosinocyte|mature eosinophil leucocyte|mature eosinophil leukocyte
CL:0000042	neutrophilic myeloblast	CL:0000834|CL:0000835
CL:0000043	mature basophil	CL:0000767|CL:0002274	mature basophil leucocyte|mature basophil leukocyte
CL:0000047	neural stem cell	CL:0002319	NSC|neuronal stem cell
CL:0000048	multi fate stem cell	CL:0000034	multi-fate stem cell|multifate stem cell|multipotent cell|multipotent stem cell
CL:0000049	common myeloid progenitor	CL:0002032	common myeloid precursor
CL:0000050	megakaryocyte-erythroid progenitor cell	CL:0000763|CL:0002032|CL:0011026	CFU-EM|CFU-MegE|MEP|Meg/E progenitor|colony forming unit erythroid megakaryocyte|megakaryocyte/erythrocyte progenitor|megakaryocyte/erythroid progenitor cell
CL:0000051	common lymphoid progenitor	CL:0002032|CL:0011026	common lymphocyte precursor|common lymphocyte progenitor|common lymphoid precursor
CL:0000052	totipotent stem cell	CL:0000723	totipotential stem cell
CL:0000056	myoblast	CL:0000680
CL:0000057	fibroblast	CL:0000499
CL:0000058	chondroblast	CL:0002320|CL:0011026	chrondoplast
CL:0000059	ameloblast	CL:0000146|CL:0002077|CL:1100001	amelocyte|enamel secreting cell
CL:0000060	odontoblast	CL:0000710|CL:0002148
CL:0000061	cementoblast	CL:0000062|CL:0000151	cementum secreting cell
CL:0000062	osteoblast	CL:0002320
CL:0000064	ciliated cell	CL:0000255
CL:0000065	ependymal cell	CL:0000067|CL:0000125|CL:0000710
CL:0000066	epithelial cell	CL:0000255	epitheliocyte
CL:0000067	ciliated epithelial cell	CL:0000064|CL:0000066
CL:0000068	duct epithelial cell	CL:0000066
CL:0000069	branched duct epithelial cell	CL:0000068
CL:0000071	blood vessel endothelial cell	CL:0002139
CL:0000072	non-branched duct epithelial cell	CL:0000068|CL:0002078
CL:0000075	columnar/cuboidal epithelial cell	CL:0000066
CL:0000076	squamous epithelial cell	CL:0000066
CL:0000077	mesothelial cell	CL:0000076|CL:0002078	mesotheliocyte
CL:0000078	peridermal cell	CL:0000076|CL:0000362
CL:0000079	stratified epithelial cell	CL:0000066
CL:0000080	circulating cell	CL:0000255
CL:0000081	blood cell	CL:0000988
CL:0000082	epithelial cell of lung	CL:0002632	lung epithelial cell
CL:0000083	epithelial cell of pancreas	CL:0002076	pancreas epithelial cell|pancreatic epithelial cell
CL:0000084	T cell	CL:0000542	T lymphocyte|T-cell|T-lymphocyte
CL:0000091	Kupffer cell	CL:0000864	hepatic macrophage|littoral cell of hepatic sinusoid|liver macrophage|macrophagocytus stellatus|stellate cell of von Kupffer|von Kupffer cell
CL:0000092	osteoclast	CL:0000518|CL:0000766|CL:0001035
CL:0000094	granulocyte	CL:0000081|CL:0000766	granular leucocyte|granular leukocyte|polymorphonuclear leukocyte
CL:0000095	neuron associated cell	CL:0002319
CL:0000096	mature neutrophil	CL:0000234|CL:0000775	PMN|mature neutrocyte|mature neutrophil leucocyte|mature neutrophil leukocyte|mature neutrophilic leucocyte|mature neutrophilic leukocyte|polymorphonuclear neutrophil|polynuclear neutrophilic leucocyte|polynuclear neutrophilic leukocyte
CL:0000097	mast cell	CL:0000766|CL:0002274	histaminocyte|labrocyte|mastocyte
CL:0000098	sensory epithelial cell	CL:0000066|CL:0000197
CL:0000099	interneuron	CL:2000029
CL:0000100	motor neuron	CL:0000527	motoneuron
CL:0000101	sensory neuron	CL:0000526
CL:0000102	polymodal neuron	CL:2000032
CL:0000103	bipolar neuron	CL:0000099
CL:0000104	multipolar neuron	CL:2000029
CL:0000105	pseudounipolar neuron	CL:2000032
CL:0000106	unipolar neuron	CL:2000032
CL:0000107	autonomic neuron	CL:2000032
CL:0000108	cholinergic neuron	CL:0000151|CL:0000540
CL:0000109	adrenergic neuron	CL:4033050
CL:0000110	peptidergic neuron	CL:0000540
CL:0000112	columnar neuron	CL:0000028|CL:0008028
CL:0000113	mononuclear phagocyte	CL:0000518|CL:0000842
CL:0000114	surface ectodermal cell	CL:0000221	cell of surface ectoderm|surface ectoderm cell
CL:0000115	endothelial cell	CL:0000255	endotheliocyte
CL:0000116	pioneer neuron	CL:0000540
CL:0000117	CNS neuron (sensu Vertebrata)	CL:2000029
CL:0000118	basket cell	CL:0011005
CL:0000119	cerebellar Golgi cell	CL:4023057	Golgi cell|Golgi neuron|cerebellar Golgi neuron|cerebellum Golgi cell
CL:0000120	granule cell	CL:2000029
CL:0000121	Purkinje cell	CL:0000617|CL:1001611	Purkinje neuron|cerebellar Purkinje cell
CL:0000122	stellate neuron	CL:2000029
CL:0000123	neuron associated cell (sensu Vertebrata)	CL:0000095
CL:0000125	glial cell	CL:0000095	glia|neuroglial cell
CL:0000126	macroglial cell	CL:0000125	macrogliocyte
CL:0000127	astrocyte	CL:0000126	astrocytic glia
CL:0000128	oligodendrocyte	CL:0000126|CL:4023154	OLs
CL:0000129	microglial cell	CL:0000125|CL:0000878	brain-resident macrophage|hortega cells|microgliocyte
CL:0000130	neuron associated cell (sensu Nematoda and Protostomia)	CL:0000095
CL:0000131	gut endothelial cell	CL:0000115
CL:0000132	corneal endothelial cell	CL:0000115
CL:0000133	neurectodermal cell	CL:0000221	neurectoderm cell
CL:0000134	mesenchymal stem cell	CL:0000048|CL:0002320
CL:0000135	circulating fibrocyte	CL:0000499|CL:0011026
CL:0000136	adipocyte	CL:0000325|CL:0002320	adipose cell|fat cell
CL:0000137	osteocyte	CL:0001035|CL:0002320
CL:0000138	chondrocyte	CL:0000153|CL:0000667|CL:0007001	cartilage cell
CL:0000140	odontocyte	CL:0002320
CL:0000141	cementocyte	CL:0000137
CL:0000142	hyalocyte	CL:0000499
CL:0000143	guidepost cell	CL:0000130
CL:0000145	professional antigen presenting cell	CL:0000738
CL:0000146	simple columnar epithelial cell	CL:0000075
CL:0000147	pigment cell	CL:0000325	chromatocyte|chromatophore
CL:0000148	melanocyte	CL:0000147|CL:0000255
CL:0000149	visual pigment cell	CL:0000147
CL:0000150	glandular secretory epithelial cell	CL:1100001	glandular epithelial cell
CL:0000151	secretory cell	CL:0000000
CL:0000152	exocrine cell	CL:0000151|CL:0000255
CL:0000153	glycosaminoglycan secreting cell	CL:0000327|CL:0000447	GAG secreting cell
CL:0000154	protein secreting cell	CL:0000151
CL:0000155	peptic cell	CL:0000152|CL:0000154|CL:0002659	chief cell of stomach|gastric chief cell|pepsinogen secreting cell|zymogenic cell
CL:0000157	surfactant secreting cell	CL:0000151
CL:0000158	club cell	CL:0000157|CL:0002202|CL:0008055|CL:0011026	Clara cell
CL:0000159	seromucus secreting cell	CL:0000151
CL:0000160	goblet cell	CL:0000319|CL:1100001	chalice cell
CL:0000162	parietal cell	CL:0000152|CL:0002659	gastric parietal cell|oxyntic cell
CL:0000163	endocrine cell	CL:0000151|CL:0000255	endocrinocyte
CL:0000164	enteroendocrine cell	CL:0000163|CL:1100001
CL:0000165	neuroendocrine cell	CL:0000163|CL:0000527|CL:0000710|CL:1100001
CL:0000166	chromaffin cell	CL:0000029|CL:0000568	phaeochromocyte
CL:0000167	peptide hormone secreting cell	CL:0000151
CL:0000168	insulin secreting cell	CL:0000154|CL:0000167|CL:0000255
CL:0000169	type B pancreatic cell	CL:0000168|CL:0008024	B-cell of pancreatic islet|beta cell of pancreatic islet|insulin-secreting cell|pancreatic B cell|pancreatic B-cell|pancreatic beta cell|pancreatic islet core|type B enteroendocrine cell
CL:0000170	glucagon secreting cell	CL:0000167	glucagon-secreting cell
CL:0000171	pancreatic A cell	CL:0002067|CL:0008024	alpha cell of islet of Langerhans|pancreatic alpha cell
CL:0000172	somatostatin secreting cell	CL:0000167
CL:0000173	pancreatic D cell	CL:0000502|CL:0008024	D-cell of pancreatic islet|delta cell of islet|delta cell of pancreatic islet|pancreatic D-cell|pancreatic delta cell|somatostatin-secreting pancreatic cell
CL:0000174	steroid hormone secreting cell	CL:0000151
CL:0000175	luteal cell	CL:0000179	corpus luteum cell|lutein cell
CL:0000176	ecdysteroid secreting cell	CL:0000174
CL:0000177	testosterone secreting cell	CL:0000151
CL:0000178	Leydig cell	CL:0000177|CL:4030031	interstitial cell of Leydig
CL:0000179	progesterone secreting cell	CL:0000174|CL:0000255
CL:0000180	estradiol secreting cell	CL:0000174
CL:0000182	hepatocyte	CL:0000066|CL:0000417
CL:0000183	contractile cell	CL:0000000
CL:0000185	myoepithelial cell	CL:0000075|CL:0000183	basket epithelial cell|myoepitheliocyte
CL:0000186	myofibroblast cell	CL:0000183|CL:0002320	MFB
CL:0000187	muscle cell	CL:0000183|CL:0000255|CL:0000393	myocyte|muscle fiber
CL:0000188	cell of skeletal muscle	CL:0000255	skeletal muscle cell
CL:0000189	slow muscle cell	CL:0008046
CL:0000190	fast muscle cell	CL:0008046	glycolytic muscle fiber
CL:0000192	smooth muscle cell	CL:0008000|CL:0008007	SMCs|myocytes, smooth muscle|smooth muscle fiber
CL:0000193	cardiac muscle cell (sensu Arthopoda)	CL:0000746
CL:0000196	insect flight muscle cell	CL:0008003
CL:0000197	sensory receptor cell	CL:0000255	receptor cell
CL:0000198	pain receptor cell	CL:0000006	nociceptor|nocireceptor
CL:0000199	mechanoreceptor cell	CL:0000101
CL:0000200	touch receptor cell	CL:0000199
CL:0000202	auditory hair cell	CL:0000855
CL:0000203	gravity sensitive cell	CL:0000006|CL:0000199
CL:0000204	acceleration receptive cell	CL:0000006
CL:0000205	thermoreceptor cell	CL:0000006
CL:0000206	chemoreceptor cell	CL:0000197
CL:0000207	olfactory receptor cell	CL:0000006|CL:0000206	Schultze's cell|odorant receptor cell|olfactory receptor neuron|olfactory sensory neuron
CL:0000208	pH receptor cell	CL:0000206
CL:0000209	taste receptor cell	CL:0000098|CL:0000206|CL:0002076	taste bud cell
CL:0000210	photoreceptor cell	CL:0000101|CL:0008028
CL:0000211	electrically active cell	CL:0000000
CL:0000214	synovial cell	CL:0002078	synoviocyte
CL:0000216	Sertoli cell	CL:0000511|CL:0000630|CL:0002625|CL:1100001
CL:0000218	myelinating Schwann cell	CL:0002573|CL:4023154	neurilemmal cell
CL:0000219	motile cell	CL:0000000
CL:0000221	ectodermal cell	CL:0000255|CL:0002321	ectoderm cell
CL:0000222	mesodermal cell	CL:0000255|CL:0002321	mesoblast|mesoderm cell
CL:0000223	endodermal cell	CL:0000255|CL:0002321	endoderm cell
CL:0000225	anucleate cell	CL:0000000	non-nucleated cell
CL:0000226	single nucleate cell	CL:0000255|CL:0002242
CL:0000227	binucleate cell	CL:0000228
CL:0000228	multinucleate cell	CL:0000255|CL:0002242	multinucleated cells|polynuclear cells
CL:0000232	erythrocyte	CL:0000081|CL:0000329|CL:0000764	RBC|red blood cell
CL:0000233	platelet	CL:0000081|CL:0000225|CL:0000458|CL:0000763	anucleate thrombocyte|blood platelet|enucleate thrombocyte
CL:0000234	phagocyte	CL:0000219|CL:0000325
CL:0000235	macrophage	CL:0000113|CL:0000145|CL:0000766	histiocyte
CL:0000236	B cell	CL:0000945	B lymphocyte|B-cell|B-lymphocyte
CL:0000237	keratinizing barrier epithelial cell	CL:0000079|CL:0000311|CL:0002077
CL:0000238	non keratinizing barrier epithelial cell	CL:0000240
CL:0000239	brush border epithelial cell	CL:0000075
CL:0000240	stratified squamous epithelial cell	CL:0000076|CL:0000079
CL:0000241	stratified cuboidal epithelial cell	CL:0000075|CL:0000079
CL:0000242	Merkel cell	CL:0000123|CL:0000710|CL:1100001	Merkel's cell
CL:0000244	transitional epithelial cell	CL:0000066
CL:0000246	Mauthner neuron	CL:0000099
CL:0000247	Rohon-Beard neuron	CL:0000531	Rohon Beard cell|Rohon-Beard cell
CL:0000249	hatching gland cell	CL:0000151
CL:0000251	extramedullary cell	CL:0000101
CL:0000253	eurydendroid cell	CL:0000527
CL:0000255	eukaryotic cell	CL:0000000
CL:0000256	uric acid accumulating cell	CL:0000325
CL:0000257	Eumycetozoan cell	CL:0000255
CL:0000286	hyphal cell	CL:0000521
CL:0000287	eye photoreceptor cell	CL:0000006|CL:0000210
CL:0000295	somatotropin secreting cell	CL:0000167	growth hormone secreting cell|somatotrophin secreting cell
CL:0000300	gamete	CL:0000413|CL:0000586	haploid nucleated cell
CL:0000301	pole cell	CL:0000670
CL:0000306	crystallin accumulating cell	CL:0000325	lens cell
CL:0000307	tracheal epithelial cell	CL:0002202	tracheocyte
CL:0000308	metal ion accumulating cell	CL:0000325
CL:0000309	copper accumulating cell	CL:0000308	cuprophilic cell
CL:0000310	iron accumulating cell	CL:0000308
CL:0000311	keratin accumulating cell	CL:0000325
CL:0000312	keratinocyte	CL:0000237
CL:0000313	serous secreting cell	CL:0000159	serous cell
CL:0000314	milk secreting cell	CL:0000151
CL:0000315	tear secreting cell	CL:0000152	tears secreting cell
CL:0000317	sebocyte	CL:0000150|CL:0000152|CL:0000362|CL:0002308|CL:2000021	sebum secreting cell
CL:0000318	sweat secreting cell	CL:0000150
CL:0000319	mucus secreting cell	CL:0000159	mucous cell
CL:0000322	pulmonary alveolar epithelial cell	CL:0000082	alveolar epithelial cell|alveolus of lung epithelial cell|epithelial cell of alveolus of lung|pneumocyte|pneumonocyte
CL:0000323	lysozyme secreting cell	CL:0000154
CL:0000324	metanephric mesenchyme stem cell	CL:0000134
CL:0000325	stuff accumulating cell	CL:0000000
CL:0000326	glycogen accumulating cell	CL:0000325
CL:0000327	extracellular matrix secreting cell	CL:0000499
CL:0000329	oxygen accumulating cell	CL:0000000
CL:0000333	migratory neural crest cell	CL:0000219|CL:0000255|CL:0011012|CL:0011026
CL:0000334	vegetative cell (sensu Fungi)	CL:0000521
CL:0000335	mesenchyme condensation cell	CL:0008019
CL:0000336	adrenal medulla chromaffin cell	CL:0000457|CL:1000426	medullary chromaffin cell of adrenal gland
CL:0000338	neuroblast (sensu Nematoda and Protostomia)	CL:0000047
CL:0000339	glioblast (sensu Vertebrata)	CL:0000030|CL:0000123	spongioblast
CL:0000340	glioblast (sensu Nematoda and Protostomia)	CL:0000030|CL:0000130
CL:0000341	pigment cell (sensu Nematoda and Protostomia)	CL:0000147
CL:0000342	pigment cell (sensu Vertebrata)	CL:0000147|CL:0000255
CL:0000343	visual pigment cell (sensu Vertebrata)	CL:0000149|CL:0000342
CL:0000345	dental papilla cell	CL:0000255|CL:0008019
CL:0000346	hair follicle dermal papilla cell	CL:1000302
CL:0000347	scleral cell	CL:0000255
CL:0000348	choroidal cell of the eye	CL:0000255
CL:0000349	extraembryonic cell	CL:0000255
CL:0000350	amnioserosal cell	CL:0000349
CL:0000351	trophoblast cell	CL:0000349	trophoblastic cell
CL:0000352	epiblast cell	CL:0000052
CL:0000353	blastoderm cell	CL:0000007	blastomere
CL:0000354	blastemal cell	CL:0000048	blastema cell
CL:0000355	multi-potent skeletal muscle stem cell	CL:0000048|CL:0000188
CL:0000356	hair matrix stem cell	CL:0000035
CL:0000357	stratified epithelial stem cell	CL:0000036
CL:0000358	sphincter associated smooth muscle cell	CL:0000192
CL:0000359	vascular associated smooth muscle cell	CL:0000192|CL:4033054	VSMC|vascular smooth muscle cell
CL:0000360	morula cell	CL:0000007|CL:0000255
CL:0000361	gastrula cell	CL:0000007|CL:0000255
CL:0000362	epidermal cell	CL:0002159	cell of epidermis
CL:0000365	animal zygote	CL:0000007|CL:0000255|CL:0010017
CL:0000367	sheath cell (sensu Nematoda)	CL:0000619
CL:0000371	protoplast	CL:0000578
CL:0000372	tormogen cell	CL:0000463
CL:0000373	histoblast	CL:0000255|CL:0011026
CL:0000374	trichogen cell	CL:0000463
CL:0000376	humidity receptor cell	CL:0000006
CL:0000377	tracheoblast	CL:0000069
CL:0000378	supporting cell (sensu Nematoda and Protostomia)	CL:0000630	support cell (sensu Nematoda and Protostomia)
CL:0000379	sensory processing neuron	CL:2000029
CL:0000380	thecogen cell	CL:0000378	fly sheath cell
CL:0000382	scolopale cell	CL:0000255|CL:0000378	scolopidial sheath cell
CL:0000383	nephrogenic mesenchyme stem cell	CL:0000134|CL:0011026
CL:0000384	ligament cell	CL:0000630
CL:0000385	prohemocyte (sensu Nematoda and Protostomia)	CL:0008001
CL:0000387	hemocyte (sensu Arthropoda)	CL:0000255|CL:0000390
CL:0000388	tendon cell	CL:1000307	muscle attachment cell
CL:0000389	socket cell (sensu Nematoda)	CL:0000619|CL:0000658
CL:0000390	blood cell (sensu Nematoda and Protostomia)	CL:0000081
CL:0000392	crystal cell	CL:0000387
CL:0000393	electrically responsive cell	CL:0000211
CL:0000394	plasmatocyte	CL:0000387
CL:0000395	procrystal cell	CL:0000385
CL:0000396	lamellocyte	CL:0000387
CL:0000397	ganglion interneuron	CL:0000099
CL:0000404	electrically signaling cell	CL:0000211
CL:0000406	CNS short range interneuron	CL:0000099
CL:0000407	scolopidial ligament cell	CL:0000255|CL:0000378
CL:0000408	male gamete	CL:0000015|CL:0000300
CL:0000410	CNS long range interneuron	CL:0000099
CL:0000411	Caenorhabditis hypodermal cell	CL:0000066|CL:0000228
CL:0000412	polyploid cell	CL:0000000
CL:0000413	haploid cell	CL:0000000
CL:0000415	diploid cell	CL:0000000
CL:0000416	polytene cell	CL:0000412
CL:0000417	endopolyploid cell	CL:0000412
CL:0000418	arcade cell	CL:0000066
CL:0000419	seam cell	CL:0000036
CL:0000420	syncytial epithelial cell	CL:0000066|CL:4052002
CL:0000421	coelomocyte	CL:0000080|CL:0000519
CL:0000422	mitogenic signaling cell	CL:0000000
CL:0000423	tip cell	CL:0000422
CL:0000424	excretory cell	CL:0000000
CL:0000425	pore cell	CL:0000658
CL:0000427	GLR cell	CL:0002320
CL:0000428	yolk cell	CL:0000325|CL:0000349
CL:0000429	imaginal disc cell	CL:0000146
CL:0000430	xanthophore cell	CL:0000147|CL:0000255
CL:0000431	iridophore	CL:0000147|CL:0000255
CL:0000432	reticular cell	CL:0000057	reticulum cell
CL:0000434	eccrine cell	CL:1100001
CL:0000435	alkali secreting cell	CL:0000151
CL:0000436	vaginal lubricant secreting cell	CL:0000151|CL:0000255
CL:0000437	gonadtroph	CL:0000438|CL:0000639	delta basophil|follicle stimulating hormone secreting cell|gonadotrope|gonadotrope cell|gonadotroph|gonadotropic cell|pituitary delta cell
CL:0000438	luteinizing hormone secreting cell	CL:0000151
CL:0000439	prolactin secreting cell	CL:0000154|CL:0000167
CL:0000440	melanocyte stimulating hormone secreting cell	CL:0000167	melanotrope|melanotroph
CL:0000441	follicle stem cell (sensu Arthropoda)	CL:0000036
CL:0000442	follicular dendritic cell	CL:0000451
CL:0000443	calcitonin secreting cell	CL:0000167
CL:0000444	obliquely striated muscle cell	CL:0000737
CL:0000445	apoptosis fated cell	CL:0000000
CL:0000446	chief cell of parathyroid gland	CL:0000079|CL:1001593	parathyroid chief cell|parathyroid gland chief cell|parathyroid hormone secreting cell|principal cell of parathyroid gland
CL:0000447	carbohydrate secreting cell	CL:0000151
CL:0000448	white adipocyte	CL:0000136	white adipose cell
CL:0000449	brown adipocyte	CL:0000136	brown adipose cell|brown fat cell
CL:0000451	dendritic cell	CL:0000113|CL:0000145	DC
CL:0000453	Langerhans cell	CL:0000766|CL:0000990	LC
CL:0000454	epinephrine secreting cell	CL:0000457	adrenaline secreting cell|epinephrin secreting cell
CL:0000456	mineralocorticoid secreting cell	CL:0000174
CL:0000457	biogenic amine secreting cell	CL:0000151
CL:0000458	serotonin secreting cell	CL:0000457	5-HT secreting cell|5-Hydroxytryptamine secreting cell
CL:0000459	noradrenergic cell	CL:0000457	noradrenaline secreting cell|norepinephrin secreting cell|norepinephrine secreting cell
CL:0000460	glucocorticoid secreting cell	CL:0000174
CL:0000462	adepithelial cell	CL:0000680
CL:0000463	epidermal cell (sensu Arthropoda)	CL:0000362|CL:0000710
CL:0000464	epidermoblast	CL:0000710|CL:0011026
CL:0000465	cardioblast (sensu Arthropoda)	CL:0010021
CL:0000467	adrenocorticotropic hormone secreting cell	CL:0000167	ACTH secreting cell|adrenocorticotrophic hormone secreting cell|corticotrophin hormone secreting cell|corticotropin hormone secreting cell|corticotropin secreting cell
CL:0000468	neuroglioblast (sensu Nematoda and Protostomia)	CL:0000047	neuro-glioblast|neuroglioblast
CL:0000469	ganglion mother cell	CL:0011020
CL:0000470	digestive enzyme secreting cell	CL:0000154
CL:0000474	pericardial nephrocyte	CL:0000519|CL:0002520
CL:0000476	thyrotroph	CL:0000639	beta-basophil|thyroid stimulating hormone secreting cell|thyrotrope
CL:0000477	follicle cell of egg chamber	CL:0000500
CL:0000478	oxytocin stimulating hormone secreting cell	CL:0000167
CL:0000479	vasopressin stimulating hormone secreting cell	CL:0000167
CL:0000480	secretin stimulating hormone secreting cell	CL:0000167
CL:0000481	cholecystokin stimulating hormone secreting cell	CL:0000167
CL:0000482	juvenile hormone secreting cell	CL:0000151
CL:0000483	bombesin stimulating hormone secreting cell	CL:0000167
CL:0000484	connective tissue type mast cell	CL:0000097|CL:0002320	MC(TC)|MCTC|TC mast cells
CL:0000485	mucosal type mast cell	CL:0000097	MC(T)|MCT|T mast cells
CL:0000486	garland cell	CL:0000227|CL:0000519|CL:0002520
CL:0000487	oenocyte	CL:0000151|CL:0000255
CL:0000488	visible light photoreceptor cell	CL:0000210
CL:0000489	scotopic photoreceptor cell	CL:0000210
CL:0000490	photopic photoreceptor cell	CL:0000488
CL:0000492	CD4-positive helper T cell	CL:0000624	CD4-positive T-helper cell|CD4-positive helper T lymphocyte|CD4-positive helper T-cell|CD4-positive helper T-lymphocyte
CL:0000494	UV sensitive photoreceptor cell	CL:0000210
CL:0000495	blue sensitive photoreceptor cell	CL:0000490
CL:0000496	green sensitive photoreceptor cell	CL:0000490
CL:0000497	red sensitive photoreceptor cell	CL:0000490
CL:0000498	inhibitory interneuron	CL:0000099
CL:0000499	stromal cell	CL:0002320
CL:0000500	follicular epithelial cell	CL:0000066
CL:0000501	granulosa cell	CL:0000174|CL:0002174	granulosa cell of ovary
CL:0000502	type D enteroendocrine cell	CL:0000164|CL:0000165|CL:0000172	D cell
CL:0000503	theca cell	CL:0002132|CL:0002174
CL:0000504	enterochromaffin-like cell	CL:0000164|CL:0002274	ECL
CL:0000505	substance P secreting cell	CL:0000167
CL:0000506	enkephalin secreting cell	CL:0000507
CL:0000507	endorphin secreting cell	CL:0000167
CL:0000508	type G enteroendocrine cell	CL:0000164|CL:0000165|CL:0000506|CL:0000509	G cell
CL:0000509	gastrin secreting cell	CL:0000167
CL:0000510	paneth cell	CL:0000150|CL:0000323|CL:0002563
CL:0000511	androgen binding protein secreting cell	CL:0000154
CL:0000513	cardiac muscle myoblast	CL:0002494|CL:0010021	cardiac muscle progenitor cell|cardiomyocyte progenitor cell
CL:0000514	smooth muscle myoblast	CL:0000056	myoblast, smooth muscle
CL:0000515	skeletal muscle myoblast	CL:0000056	skeletal myoblast
CL:0000516	perineuronal satellite cell	CL:0000123	perineural satellite cell|perineuronal satellite oligodendroglial cell|satellite oligodendrocyte
CL:0000517	macrophage derived foam cell	CL:0000255|CL:0000891	lipophage
CL:0000518	phagocyte (sensu Vertebrata)	CL:0000234|CL:0000255
CL:0000519	phagocyte (sensu Nematoda and Protostomia)	CL:0000234
CL:0000520	prokaryotic cell	CL:0000000
CL:0000521	fungal cell	CL:0000255
CL:0000523	mononuclear cytotrophoblast cell	CL:0000351
CL:0000524	spheroplast	CL:0000371	sphaeroplast
CL:0000525	syncytiotrophoblast cell	CL:0000351|CL:4052002	syncytial trophoblast cell|syncytiotrophoblastic cell
CL:0000526	afferent neuron	CL:0000540	input neuron
CL:0000527	efferent neuron	CL:0000540	output neuron
CL:0000528	nitrergic neuron	CL:0000540
CL:0000529	pigmented epithelial cell	CL:0000710
CL:0000530	primary neuron (sensu Teleostei)	CL:2000029
CL:0000531	primary sensory neuron (sensu Teleostei)	CL:0000101|CL:0000530
CL:0000532	CAP motoneuron	CL:0000533	CaP motorneuron
CL:0000533	primary motor neuron (sensu Teleostei)	CL:0000530|CL:0011001
CL:0000534	primary interneuron (sensu Teleostei)	CL:0000530|CL:0005000
CL:0000535	secondary neuron (sensu Teleostei)	CL:2000029
CL:0000536	secondary motor neuron (sensu Teleostei)	CL:0000535|CL:0011001
CL:0000540	neuron	CL:0000393|CL:0000404|CL:0002319	nerve cell
CL:0000541	melanoblast	CL:0000255|CL:0011026
CL:0000542	lymphocyte	CL:0000842	lymphoid cell
CL:0000544	slowly adapting mechanoreceptor cell	CL:0000199
CL:0000545	T-helper 1 cell	CL:0000492	T helper cells type 1|T(H)-1 cell|Th1 CD4+ T cell|Th1 T cell|Th1 T lymphocyte|Th1 T-cell|Th1 T-lymphocyte|Th1 cell|helper T cell type 1
CL:0000546	T-helper 2 cell	CL:0000492|CL:0001051	T helper cells type 2|T(H)-2 cell|Th2 T cell|Th2 T lymphocyte|Th2 T-cell|Th2 T-lymphocyte|Th2 cell|helper T cell type 2
CL:0000547	proerythroblast	CL:0000764|CL:0002242	rubriblast
CL:0000549	basophilic erythroblast	CL:0000765	basophilic normoblast|early erythroblast|early normoblast|prorubricyte
CL:0000550	polychromatophilic erythroblast	CL:0000765	intermediate erythroblast|intermediate normoblast|polychromatic erythroblast|polychromatic normoblast|polychromatophilic normoblast|rubricyte
CL:0000551	unimodal nocireceptor	CL:0000198
CL:0000552	orthochromatic erythroblast	CL:0000765	acidophilic erythroblast|eosinophilic erythroblast|late erythoblast|orthochromatic normoblast|pyknotic eto enrythroblast
CL:0000553	megakaryocyte progenitor cell	CL:0000763|CL:0000839	CFU-Meg|Meg-CFC|MkP|colony-forming unit-megakaryocyte|megacaryoblast|megacaryocyte progenitor cell|megakaryoblast|megakaryocytic progenitor cell
CL:0000554	gastrin stimulating hormone secreting cell	CL:0000167
CL:0000556	megakaryocyte	CL:0000763	megacaryocyte|megalocaryocyte|megalokaryocyte
CL:0000557	granulocyte monocyte progenitor cell	CL:0000763|CL:0001012|CL:1001610	colony forming unit granulocyte macrophage|granulocyte-macrophage progenitor|granulocyte/monocyte precursor|granulocyte/monocyte progenitor
CL:0000558	reticulocyte	CL:0000764
CL:0000559	promonocyte	CL:0000763|CL:0002194
CL:0000560	band form neutrophil	CL:0000096	rod neutrophil
CL:0000561	amacrine cell	CL:0000099|CL:0009004	amacrine neuron
CL:0000562	nucleate erythrocyte	CL:0000232|CL:0002242
CL:0000563	endospore	CL:0000520	bacterial spore
CL:0000564	neutrophilic promyelocyte	CL:0000834|CL:0000836	neutrophilic premyelocyte|neutrophilic progranulocyte
CL:0000565	fat body cell	CL:0000325
CL:0000566	angioblastic mesenchymal cell	CL:0000134|CL:0011026	angioblast|chondroplast
CL:0000567	polymodal nocireceptor	CL:0000198
CL:0000568	amine precursor uptake and decarboxylation cell	CL:0000165	APUD cell
CL:0000569	cardiac mesenchymal cell	CL:0008019|CL:2000073
CL:0000570	parafollicular cell	CL:0000163|CL:0000443|CL:0000458|CL:0000710|CL:0002257	C cell|C cell of thyroid gland|clear cell of thyroid gland|parafollicular cell of thyroid gland|thyroid parafollicular cell
CL:0000571	leucophore	CL:0000147|CL:0000255
CL:0000573	retinal cone cell	CL:0010009
CL:0000574	erythrophore	CL:0000147|CL:0000255
CL:0000575	corneal epithelial cell	CL:0000076|CL:0002159	epithelial cell of cornea
CL:0000576	monocyte	CL:0000113|CL:0000766|CL:0011026
CL:0000577	type EC enteroendocrine cell	CL:0000164|CL:0000166|CL:0000458|CL:0000506	Kulchitsky cell|argentaffin cell|enterochromaffin cell
CL:0000578	experimentally modified cell in vitro	CL:0001034
CL:0000579	border follicle cell	CL:0000477
CL:0000580	neutrophilic myelocyte	CL:0000776|CL:0002087|CL:0002193
CL:0000581	peritoneal macrophage	CL:0000864
CL:0000582	neutrophilic metamyelocyte	CL:0000776|CL:0002192	juvenile neutrophil
CL:0000583	alveolar macrophage	CL:0000864|CL:1001603	dust cell
CL:0000584	enterocyte	CL:0000239|CL:0000677|CL:0002563
CL:0000586	germ cell	CL:0000039
CL:0000587	cold sensing thermoreceptor cell	CL:0000205
CL:0000588	odontoclast	CL:0000092
CL:0000589	cochlear inner hair cell	CL:4023120
CL:0000590	small luteal cell	CL:0000175	small lutein cell|theca lutein cell
CL:0000591	warmth sensing thermoreceptor cell	CL:0000205
CL:0000592	large luteal cell	CL:0000175|CL:0000177	granulosa lutein cell
CL:0000593	androgen secreting cell	CL:0000174
CL:0000594	skeletal muscle satellite cell	CL:0000188|CL:0000680
CL:0000595	enucleate erythrocyte	CL:0000225|CL:0000232
CL:0000596	sexual spore	CL:0002369	meiotically-derived spore
CL:0000597	microconidium	CL:0002381
CL:0000598	pyramidal neuron	CL:2000029	projection neuron|pyramidal cell
CL:0000599	conidium	CL:0000605
CL:0000600	heterokaryon	CL:0000228|CL:0000521
CL:0000601	cochlear outer hair cell	CL:4023120
CL:0000602	pressoreceptor cell	CL:1000082
CL:0000603	dikaryon	CL:0000227|CL:0000600
CL:0000604	retinal rod cell	CL:0010009
CL:0000605	fungal asexual spore	CL:0002369
CL:0000606	macroconidium	CL:0000599
CL:0000607	ascospore	CL:0000596
CL:0000608	zygospore	CL:0000596
CL:0000609	vestibular hair cell	CL:0002374	vestibular receptor cell
CL:0000611	eosinophil progenitor cell	CL:0000763|CL:0002191
CL:0000612	eosinophilic myelocyte	CL:0000772|CL:0002087|CL:0002193
CL:0000613	basophil progenitor cell	CL:0000763|CL:0002191	BaP
CL:0000614	basophilic myelocyte	CL:0000768|CL:0002087
CL:0000615	basidiospore	CL:0000596
CL:0000617	GABAergic neuron	CL:0000151|CL:0000540	inhibitory neuron|GABA-ergic neuron
CL:0000618	sheath cell	CL:0000075
CL:0000619	supporting cell (sensu Nematoda)	CL:0000378	support cell (sensu Nematoda)
CL:0000621	fusion competent myoblast	CL:0008018
CL:0000622	acinar cell	CL:0000150|CL:0000154	acinic cell|acinous cell
CL:0000623	natural killer cell	CL:0001067	NK cell
CL:0000624	CD4-positive, alpha-beta T cell	CL:0000791	CD4-positive, alpha-beta T lymphocyte|CD4-positive, alpha-beta T-cell|CD4-positive, alpha-beta T-lymphocyte
CL:0000625	CD8-positive, alpha-beta T cell	CL:0000791	CD8-positive, alpha-beta T lymphocyte|CD8-positive, alpha-beta T-cell|CD8-positive, alpha-beta T-lymphocyte
CL:0000626	olfactory granule cell	CL:0000120|CL:1001434	olfactory bulb granule cell
CL:0000628	photosynthetic cell	CL:0000000
CL:0000629	storage cell	CL:0000325
CL:0000630	supporting cell	CL:0000000	supportive cell
CL:0000631	labyrinth supporting cell	CL:0000630
CL:0000632	hepatic stellate cell	CL:0000057|CL:0000327	Ito cell|hepatic perisinusoidal cell|perisinusoidal cell
CL:0000633	Hensen cell	CL:0002490	Hensen's cell|cell of Hensen|external limiting cell of organ of Corti
CL:0000634	Claudius cell	CL:0002315|CL:0020029	cell of Claudius
CL:0000635	Deiter's cell	CL:0002165	Deiters cell|outer phalangeal cell
CL:0000636	Mueller cell	CL:0000681|CL:0009004	Muller cell|Muller glia|Müller cell
CL:0000637	chromophil cell of anterior pituitary gland	CL:0000150|CL:0000166|CL:0000167|CL:0012001|CL:2000004
CL:0000638	acidophil cell of pars distalis of adenohypophysis	CL:0000637	acidophil cell of pars anterior of adenohypophysis|acidophil of pars anterior of adenohypophysis|acidophil of pars distalis of adenohypophysis|pituitary alpha cell
CL:0000639	basophil cell of pars distalis of adenohypophysis	CL:0000637	basophil cell of anterior lobe of hypophysis
CL:0000641	chromophobe cell	CL:0000163	chromophobic cell
CL:0000642	folliculostellate cell	CL:0000630|CL:2000004	folliculo-stellate cell|pituitary folliculostellate cell
CL:0000644	Bergmann glial cell	CL:0002603	Bergmann astrocyte|Bergmann glial cell of cerebellum
CL:0000645	pituicyte	CL:0012000|CL:2000004
CL:0000646	basal cell	CL:0000036
CL:0000647	multinucleated giant cell	CL:0000766|CL:4052002	Langerhans giant cell|foreign body giant cell|macrophage polykaryon|multinucleate giant cell|syncytial giant cell
CL:0000648	kidney granular cell	CL:0000154|CL:0000192|CL:1000618	JG cell|renin secreting cell
CL:0000649	spinous cell of epidermis	CL:4052060|CL:4052061	prickle cell of epidermis|spinous keratinocytes of epidermis
CL:0000650	mesangial cell	CL:0002681|CL:1001318	kidney mesangial cell
CL:0000652	pinealocyte	CL:0000150|CL:0000163|CL:0000710|CL:0002319
CL:0000653	podocyte	CL:0002522|CL:1000450	glomerular podocyte|glomerular visceral epithelial cell|kidney podocyte|renal podocyte
CL:0000654	primary oocyte	CL:0000023
CL:0000655	secondary oocyte	CL:0000023
CL:0000656	primary spermatocyte	CL:0000017|CL:0000255
CL:0000657	secondary spermatocyte	CL:0000017|CL:0000255|CL:0000413
CL:0000658	cuticle secreting cell	CL:0000066|CL:0000327
CL:0000659	eggshell secreting cell	CL:0000327|CL:0000500
CL:0000660	glycocalyx secreting cell	CL:0000327
CL:0000661	distal tip cell (sensu Nematoda)	CL:0000422
CL:0000662	neuroglioblast (sensu Nematoda)	CL:0000468
CL:0000666	fenestrated endothelial cell	CL:0000115	window cell
CL:0000667	collagen secreting cell	CL:0000327
CL:0000669	pericyte	CL:0000183|CL:0000630|CL:0002320|CL:0008034	ARC|adventitial reticular cell|cell of Rouget|pericyte cell|pericyte of Rouget
CL:0000670	primordial germ cell	CL:0000039|CL:0000219	gonocyte|primitive germ cell
CL:0000671	centripetally migrating follicle cell	CL:0000477	centripetal follicle cell
CL:0000673	Kenyon cell	CL:0000028
CL:0000674	interfollicle cell	CL:0000477	stalk cell|stalk follicle cell
CL:0000675	female gamete	CL:0000021|CL:0000300
CL:0000676	cap cell	CL:0000378
CL:0000677	gut absorptive cell	CL:0000255
CL:0000678	commissural neuron	CL:2000029
CL:0000679	glutamatergic neuron	CL:0000151|CL:0000540	excitatory neuron
CL:0000680	muscle precursor cell	CL:0000255|CL:0011026
CL:0000681	radial glial cell	CL:0000125
CL:0000682	M cell of gut	CL:0002563	M-cell|microfold cell
CL:0000683	ependymoglial cell	CL:0000065	ependymal astrocyte
CL:0000684	littoral cell of liver	CL:0000077
CL:0000686	cerebrospinal fluid secreting cell	CL:0000710|CL:1100001
CL:0000687	R1 photoreceptor cell	CL:0000488|CL:2000019	R1 cell
CL:0000688	perijunctional fibroblast	CL:0000057|CL:0000630
CL:0000689	myoendocrine cell	CL:0000163
CL:0000690	R2 photoreceptor cell	CL:0000488|CL:2000019	R2 cell
CL:0000691	stellate interneuron	CL:0000099|CL:0000122
CL:0000692	terminal Schwann cell	CL:0000630|CL:0002376	perisynaptic Schwann cell|teloglia
CL:0000693	neurogliaform cell	CL:0000099	NGF cell|neuroglioform cell|spiderweb cell
CL:0000694	R3 photoreceptor cell	CL:0000488|CL:2000019	R3 cell
CL:0000695	Cajal-Retzius cell	CL:0000679|CL:0012001	CR cells|Horizontal cells of Cajal
CL:0000696	PP cell	CL:0000164|CL:0000167	type F enteroendocrine cell
CL:0000697	R4 photoreceptor cell	CL:0000488|CL:2000019	R4 cell
CL:0000699	paraganglial type 1 cell	CL:0000165
CL:0000700	dopaminergic neuron	CL:4033050	dopaminergic cell
CL:0000701	paraganglia type 2 cell	CL:0000630
CL:0000702	R5 photoreceptor cell	CL:0000488|CL:2000019	R5 cell
CL:0000703	sustentacular cell	CL:0000630
CL:0000704	endothelial tip cell	CL:0000071
CL:0000705	R6 photoreceptor cell	CL:0000488|CL:2000019	R6 cell
CL:0000706	choroid plexus epithelial cell	CL:0000065|CL:0000239	epithelial cell of choroid plexus
CL:0000707	R7 photoreceptor cell	CL:0000494|CL:2000019	R7 cell
CL:0000708	leptomeningeal cell	CL:0000327|CL:0002319
CL:0000709	R8 photoreceptor cell	CL:0000488|CL:2000019	R8 cell
CL:0000710	neurecto-epithelial cell	CL:0000075|CL:0002077
CL:0000711	cumulus granulosa cell	CL:0000154|CL:0000501	cumulus cell
CL:0000712	stratum granulosum cell	CL:0000362
CL:0000713	corona radiata cell	CL:0000711
CL:0000715	embryonic crystal cell	CL:0000392|CL:0011008
CL:0000716	lymph gland crystal cell	CL:0000392|CL:0000735
CL:0000718	compound eye cone cell	CL:0000306|CL:0002319	Semper cell
CL:0000719	posterior cone cell (sensu Endopterygota)	CL:0000718
CL:0000720	anterior cone cell (sensu Endopterygota)	CL:0000718
CL:0000721	equatorial cone cell (sensu Endopterygota)	CL:0000718
CL:0000722	cystoblast	CL:0000255|CL:0000586
CL:0000723	somatic stem cell	CL:0000034
CL:0000724	heterocyst	CL:0000520|CL:0000725
CL:0000725	nitrogen fixing cell	CL:0000000
CL:0000726	chlamydospore	CL:0000605
CL:0000730	leading edge cell	CL:0000066
CL:0000731	urothelial cell	CL:0000079|CL:0000244
CL:0000732	amoeboid cell	CL:0000219
CL:0000733	lymph gland plasmatocyte	CL:0000394|CL:0000735
CL:0000735	lymph gland hemocyte	CL:0000387
CL:0000737	striated muscle cell	CL:0000187
CL:0000738	leukocyte	CL:0000219|CL:0000255|CL:0000988|CL:0002242	immune cell|white blood cell|WBC|leucocyte
CL:0000740	retinal ganglion cell	CL:0000540	gangliocyte|ganglion cell of retina
CL:0000741	spinal accessory motor neuron	CL:0008039	SACMN
CL:0000742	periarticular chondrocyte	CL:1001607
CL:0000743	hypertrophic chondrocyte	CL:0000138|CL:0001035
CL:0000744	columnar chondrocyte	CL:0000138
CL:0000745	retina horizontal cell	CL:0000099	horizontal cell
CL:0000746	cardiac muscle cell	CL:0000737|CL:0002494	cardiomyocyte|cardiac muscle fiber|cardiac myocyte|heart muscle cell
CL:0000747	cyanophore	CL:0000147|CL:0000255
CL:0000748	retinal bipolar neuron	CL:0000679|CL:0008028|CL:0009004
CL:0000749	ON-bipolar cell	CL:0000748
CL:0000750	OFF-bipolar cell	CL:0000748
CL:0000751	rod bipolar cell	CL:0000749
CL:0000752	cone retinal bipolar cell	CL:0000748
CL:0000753	type 1 cone bipolar cell (sensu Mus)	CL:0000752	DB1 cone bipolar cell
CL:0000754	type 2 cone bipolar cell (sensu Mus)	CL:0000752	FMB cone bipolar cell
CL:0000755	type 3 cone bipolar cell (sensu Mus)	CL:0000752	DB2 cone bipolar cell
CL:0000756	type 4 cone bipolar cell (sensu Mus)	CL:0000752	DB3 cone bipolar cell
CL:0000757	type 5 cone bipolar cell (sensu Mus)	CL:0000752	DB4 cone bipolar cell
CL:0000758	type 6 cone bipolar cell (sensu Mus)	CL:0000752	DB5 cone bipolar cell
CL:0000759	type 7 cone bipolar cell (sensu Mus)	CL:0000752	IMB cone bipolar cell
CL:0000760	type 8 cone bipolar cell (sensu Mus)	CL:0000752	DB6 cone bipolar cell
CL:0000761	type 9 cone bipolar cell (sensu Mus)	CL:0000752	BB cone bipolar cell
CL:0000762	nucleated thrombocyte	CL:0000226|CL:0000763
CL:0000763	myeloid cell	CL:0000255|CL:0000988
CL:0000764	erythroid lineage cell	CL:0000763	erythropoietic cell
CL:0000765	erythroblast	CL:0000764|CL:0011026	normoblast
CL:0000766	myeloid leukocyte	CL:0000738|CL:0000763
CL:0000767	basophil	CL:0000094	basophilic leucocyte|basophilic leukocyte
CL:0000768	immature basophil	CL:0000767	immature basophilic leucocyte|immature basophilic leukocyte
CL:0000769	basophilic metamyelocyte	CL:0000768|CL:0002192
CL:0000770	band form basophil	CL:0000768
CL:0000771	eosinophil	CL:0000094	eosinocyte|eosinophilic granulocyte|eosinophilic leucocyte|eosinophilic leukocyte
CL:0000772	immature eosinophil	CL:0000771	immature eosinocyte|immature eosinophilic leucocyte|immature eosinophilic leukocyte
CL:0000773	eosinophilic metamyelocyte	CL:0000772|CL:0002192
CL:0000774	band form eosinophil	CL:0000772
CL:0000775	neutrophil	CL:0000094	neutrocyte|neutrophil leucocyte|neutrophil leukocyte|neutrophilic leucocyte|neutrophilic leukocyte
CL:0000776	immature neutrophil	CL:0000775	immatuer neutrophilic leukocyte|immature neutrocyte|immature neutrophil leucocyte|immature neutrophil leukocyte|immature neutrophilic leucocyte
CL:0000777	mesangial phagocyte	CL:0000864
CL:0000778	mononuclear osteoclast	CL:0000092|CL:0000113
CL:0000779	multinuclear osteoclast	CL:0000092|CL:0000783|CL:4052002	multinucleated osteoclast
CL:0000780	multinuclear odontoclast	CL:0000588|CL:0000779	multinucleated odontoclast
CL:0000781	mononuclear odontoclast	CL:0000588|CL:0000778
CL:0000782	myeloid dendritic cell	CL:0000766|CL:0000990	CD11c+CD123- DC|mDC
CL:0000783	multinucleated phagocyte	CL:0000228|CL:0000518
CL:0000784	plasmacytoid dendritic cell	CL:0000451	DC2|IPC|T-associated plasma cell|interferon-producing cell|lymphoid dendritic cell|pDC|plasmacytoid T cell|plasmacytoid monocyte|type 2 DC
CL:0000785	mature B cell	CL:0000145|CL:0001201	mature B lymphocyte|mature B-cell|mature B-lymphocyte
CL:0000786	plasma cell	CL:0000946	plasma B cell|plasma B-cell|plasmacyte|plasmocyte
CL:0000787	memory B cell	CL:0000785	memory B lymphocyte|memory B-cell|memory B-lymphocyte
CL:0000788	naive B cell	CL:0000785	naive B lymphocyte|naive B-cell|naive B-lymphocyte
CL:0000789	alpha-beta T cell	CL:0000084	alpha-beta T lymphocyte|alpha-beta T-cell|alpha-beta T-lymphocyte
CL:0000790	immature alpha-beta T cell	CL:0000789|CL:0002420	immature alpha-beta T lymphocyte|immature alpha-beta T-cell|immature alpha-beta T-lymphocyte
CL:0000791	mature alpha-beta T cell	CL:0000789|CL:0002419	mature alpha-beta T lymphocyte|mature alpha-beta T-cell|mature alpha-beta T-lymphocyte
CL:0000792	CD4-positive, CD25-positive, alpha-beta regulatory T cell	CL:0000624|CL:0000815	CD4-positive, CD25-positive, alpha-beta regulatory T lymphocyte|CD4-positive, CD25-positive, alpha-beta regulatory T-cell|CD4-positive, CD25-positive, alpha-beta regulatory T-lymphocyte
CL:0000793	CD4-positive, alpha-beta intraepithelial T cell	CL:0000624|CL:0000797	CD4-positive, alpha-beta intraepithelial T lymphocyte|CD4-positive, alpha-beta intraepithelial T-cell|CD4-positive, alpha-beta intraepithelial T-lymphocyte
CL:0000794	CD8-positive, alpha-beta cytotoxic T cell	CL:0000625	CD8-positive, alpha-beta cytotoxic T lymphocyte|CD8-positive, alpha-beta cytotoxic T-cell|CD8-positive, alpha-beta cytotoxic T-lymphocyte
CL:0000795	CD8-positive, alpha-beta regulatory T cell	CL:0000625|CL:0000815	CD8+ T(reg)|CD8+ Treg|CD8+ regulatory T cell|CD8-positive T(reg)|CD8-positive Treg|CD8-positive, alpha-beta Treg|CD8-positive, alpha-beta regulatory T lymphocyte|CD8-positive, alpha-beta regulatory T-cell|CD8-positive, alpha-beta regulatory T-lymphocyte
CL:0000796	CD8-alpha-beta-positive, alpha-beta intraepithelial T cell	CL:0000797	CD8-positive, alpha-beta intraepithelial T lymphocyte|CD8-positive, alpha-beta intraepithelial T-cell|CD8-positive, alpha-beta intraepithelial T-lymphocyte
CL:0000797	alpha-beta intraepithelial T cell	CL:0000791|CL:0020035	alpha-beta intraepithelial T lymphocyte|alpha-beta intraepithelial T-cell|alpha-beta intraepithelial T-lymphocyte
CL:0000798	gamma-delta T cell	CL:0000084	gamma-delta T lymphocyte|gamma-delta T-cell|gamma-delta T-lymphocyte|gammadelta T cell
CL:0000799	immature gamma-delta T cell	CL:0000798|CL:0002420	immature gamma-delta T lymphocyte|immature gamma-delta T-cell|immature gamma-delta T-lymphocyte
CL:0000800	mature gamma-delta T cell	CL:0000798|CL:0002419	mature gamma-delta T lymphocyte|mature gamma-delta T-cell|mature gamma-delta T-lymphocyte
CL:0000801	gamma-delta intraepithelial T cell	CL:0000800|CL:0020035	gamma-delta intraepithelial T lymphocyte|gamma-delta intraepithelial T-cell|gamma-delta intraepithelial T-lymphocyte
CL:0000802	CD8-alpha alpha positive, gamma-delta intraepithelial T cell	CL:0000801	CD8-positive, gamma-delta intraepithelial T lymphocyte|CD8-positive, gamma-delta intraepithelial T-cell|CD8-positive, gamma-delta intraepithelial T-lymphocyte
CL:0000803	CD4-negative CD8-negative gamma-delta intraepithelial T cell	CL:0000801	CD4-positive, gamma-delta intraepithelial T lymphocyte|CD4-positive, gamma-delta intraepithelial T-cell|CD4-positive, gamma-delta intraepithelial T-lymphocyte
CL:0000805	immature single positive thymocyte	CL:0000893	ISP|T.ISP.th|immature single positive T cell|immature single positive T lymphocyte|immature single positive T-lymphocyte
CL:0000806	DN2 thymocyte	CL:0002489	DN2 alpha-beta immature T lymphocyte|DN2 alpha-beta immature T-cell|DN2 alpha-beta immature T-lymphocyte|DN2 cell|DN2 immature T cell|TN2 cell|TN2 thymocyte|double negative 2|preT.DN2.Th
CL:0000807	DN3 thymocyte	CL:0002489	DN3 alpha-beta immature T lymphocyte|DN3 alpha-beta immature T-cell|DN3 alpha-beta immature T-lymphocyte|DN3 cell|DN3 immature T cell|TN3 cell|TN3 thymocyte|double negative 3|preT.DN3.Th
CL:0000808	DN4 thymocyte	CL:0002489	DN4 alpha-beta immature T lymphocyte|DN4 alpha-beta immature T-lymphocyte|DN4 cell|DN4 immature T cell|DN4 immature T-cell|T.DN4.th|double negative 4
CL:0000809	double-positive, alpha-beta thymocyte	CL:0000790|CL:0000893	DP cell|DP thymocyte|double-positive, alpha-beta immature T lymphocyte
CL:0000810	CD4-positive, alpha-beta thymocyte	CL:0000790|CL:0000893	CD4-positive, alpha-beta immature T lymphocyte|CD4-positive, alpha-beta immature T-cell|CD4-positive, alpha-beta immature T-lymphocyte|SP CD4 cell
CL:0000811	CD8-positive, alpha-beta thymocyte	CL:0000790|CL:0000893	CD8-positive, alpha-beta immature T lymphocyte|CD8-positive, alpha-beta immature T-cell|CD8-positive, alpha-beta immature T-lymphocyte|SP CD8 cell
CL:0000813	memory T cell	CL:0002419	memory T lymphocyte|memory T-cell|memory T-lymphocyte
CL:0000814	mature NK T cell	CL:0000791	mature NK T lymphocyte|mature NK T-cell|mature NK T-lymphocyte|mature NKT cell|mature natural killer T cell|mature natural killer T lymphocyte|mature natural killer T-cell|mature natural killer T-lymphocyte
CL:0000815	regulatory T cell	CL:0002419	Treg|regulatory T lymphocyte|regulatory T-cell|regulatory T-lymphocyte
CL:0000816	immature B cell	CL:0001201	immature B lymphocyte|immature B-cell|immature B-lymphocyte|newly formed B cell
CL:0000817	precursor B cell	CL:0001201
CL:0000818	transitional stage B cell	CL:0001201	transitional B cell|transitional stage B lymphocyte|transitional stage B-cell|transitional stage B-lymphocyte
CL:0000819	B-1 B cell	CL:0000785	B-1 B lymphocyte|B-1 B-cell|B-1 B-lymphocyte|B-1 cell|B1 B cell|B1 B lymphocyte|B1 B-cell|B1 B-lymphocyte|B1 cell
CL:0000820	B-1a B cell	CL:0000819	B-1a B lymphocyte|B-1a B-cell|B-1a B-lymphocyte|B1a B cell|B1a B lymphocyte|B1a B-cell|B1a B-lymphocyte|B1a cell|CD5(+) B1 cell|CD5+ B1 cell|CD5-positive B1 cell
CL:0000821	B-1b B cell	CL:0000819	B-1b B lymphocyte|B-1b B-cell|B-1b B-lymphocyte|B1b B cell|B1b B lymphocyte|B1b B-cell|B1b B-lymphocyte|B1b cell
CL:0000822	B-2 B cell	CL:0000785	B-2 B lymphocyte|B-2 B-cell|B-2 B-lymphocyte|B2 B cell|B2 B lymphocyte|B2 B-cell|B2 B-lymphocyte|B2 cell
CL:0000823	immature natural killer cell	CL:0000623|CL:0001082	immature NK cell
CL:0000824	mature natural killer cell	CL:0000623	mature NK cell
CL:0000825	pro-NK cell	CL:0000838	NKP|natural killer cell progenitor|pro-natural killer cell
CL:0000826	pro-B cell	CL:0000838	pro-B lymphocyte|pro-B-cell|pro-B-lymphocyte|progenitor B cell|progenitor B lymphocyte|progenitor B-cell|progenitor B-lymphocyte
CL:0000827	pro-T cell	CL:0000838	pro-T lymphocyte|progenitor T cell
CL:0000828	thromboblast	CL:0000226|CL:0000763|CL:0000839
CL:0000829	basophilic myeloblast	CL:0000835
CL:0000830	basophilic promyelocyte	CL:0000836
CL:0000831	mast cell progenitor	CL:0000763|CL:0000839	MCP
CL:0000832	eosinophilic myeloblast	CL:0000835
CL:0000833	eosinophilic promyelocyte	CL:0000836
CL:0000834	neutrophil progenitor cell	CL:0000763|CL:0002191
CL:0000835	myeloblast	CL:0000763|CL:0002191
CL:0000836	promyelocyte	CL:0000763|CL:0002191
CL:0000837	hematopoietic multipotent progenitor cell	CL:0000255|CL:0008001	MPP|hemopoietic progenitor cell
CL:0000838	lymphoid lineage restricted progenitor cell	CL:0002031|CL:0011026
CL:0000839	myeloid lineage restricted progenitor cell	CL:0002031|CL:0011026
CL:0000840	immature conventional dendritic cell	CL:0000766|CL:0000990
CL:0000841	mature conventional dendritic cell	CL:0000766|CL:0000990
CL:0000842	mononuclear leukocyte	CL:0000226|CL:0000738	mononuclear cell|pbmc
CL:0000843	follicular B cell	CL:0000822	Fo B cell|Fo B-cell|follicular B lymphocyte|follicular B-cell|follicular B-lymphocyte
CL:0000844	germinal center B cell	CL:0000785	GC B cell|GC B lymphocyte|GC B-cell|GC B-lymphocyte|germinal center B lymphocyte|germinal center B-cell|germinal center B-lymphocyte
CL:0000845	marginal zone B cell of spleen	CL:0000785|CL:2000074	B cell of marginal zone of spleen|marginal zone of spleen B cell
CL:0000846	vestibular dark cell	CL:0000066
CL:0000847	ciliated olfactory receptor neuron	CL:0000064|CL:0000207	ciliated olfactory sensory neuron|ciliated sensory neuron
CL:0000848	microvillous olfactory receptor neuron	CL:0000207	microvillous olfactory sensory neuron
CL:0000849	crypt olfactory receptor neuron	CL:0000207	crypt cell|crypt olfactory sensory neuron|crypt sensory neuron
CL:0000850	serotonergic neuron	CL:0000458|CL:0000540	5-HT neuron|5-hydroxytryptamine neuron
CL:0000851	neuromast mantle cell	CL:0000151|CL:0000255
CL:0000852	neuromast supporting cell	CL:0000255|CL:0000630	neuromast support cell
CL:0000853	olfactory epithelial supporting cell	CL:0000630|CL:0002167	olfactory epithelial support cell|olfactory sustentacular cell|supporting cell of olfactory epithelium|sustentaculocyte of olfactory epithelium
CL:0000854	interneuromast cell	CL:0000133
CL:0000855	sensory hair cell	CL:0000199
CL:0000856	neuromast hair cell	CL:0000203|CL:0000855
CL:0000857	slow muscle myoblast	CL:0000515
CL:0000858	fast muscle myoblast	CL:0000515
CL:0000860	classical monocyte	CL:0000576	inflammatory monocyte
CL:0000861	elicited macrophage	CL:0000235	free macrophage|wandering histiocyte
CL:0000862	suppressor macrophage	CL:0000861
CL:0000863	M1 macrophage	CL:0000861	classically activated macrophage|inflammatory macrophage
CL:0000864	tissue-resident macrophage	CL:0000235	fixed macrophage|resting histiocyte
CL:0000865	gastrointestinal tract (lamina propria) macrophage	CL:0000885	gastrointestinal system (lamina propria) macrophage|macrophage of gastrointestinal system (lamina propria)|macrophage of gastrointestinal tract (lamina propria)
CL:0000866	thymic macrophage	CL:0000864
CL:0000867	secondary lymphoid organ macrophage	CL:0000864
CL:0000868	lymph node macrophage	CL:0000867	MF.LN
CL:0000869	tonsillar macrophage	CL:0000885
CL:0000870	Peyer's patch macrophage	CL:0000885
CL:0000871	splenic macrophage	CL:0000867|CL:2000074
CL:0000872	splenic marginal zone macrophage	CL:0000871
CL:0000873	splenic metallophillic macrophage	CL:0000871
CL:0000874	splenic red pulp macrophage	CL:0000871
CL:0000875	non-classical monocyte	CL:0000576	patrolling monocyte|resident monocyte
CL:0000876	splenic white pulp macrophage	CL:0000871
CL:0000877	splenic tingible body macrophage	CL:0000876
CL:0000878	central nervous system macrophage	CL:0000864|CL:0002319	CNS macrophage
CL:0000879	meningeal macrophage	CL:4042003	subdural leptomeningeal macrophage|subdural meningeal macrophage
CL:0000880	choroid plexus macrophage	CL:4042003
CL:0000881	perivascular macrophage	CL:4033054|CL:4042003
CL:0000882	thymic medullary macrophage	CL:0000866
CL:0000883	thymic cortical macrophage	CL:0000866
CL:0000884	mucosa-associated lymphoid tissue macrophage	CL:0000867
CL:0000885	gut-associated lymphoid tissue macrophage	CL:0000884
CL:0000886	nasal and broncial associated lymphoid tissue macrophage	CL:0000884
CL:0000887	lymph node subcapsular sinus macrophage	CL:0000868
CL:0000888	lymph node tingible body macrophage	CL:0000868
CL:0000889	myeloid suppressor cell	CL:0000766
CL:0000890	M2 macrophage	CL:0000861	alternatively activated macrophage
CL:0000891	foam cell	CL:0000000
CL:0000892	smooth muscle cell derived foam cell	CL:0000255|CL:0000891
CL:0000893	thymocyte	CL:0002420	thymic lymphocyte
CL:0000894	DN1 thymic pro-T cell	CL:0000827	DN1 thymic pro-T lymphocyte|DN1 thymic pro-T-cell|DN1 thymic pro-T-lymphocyte|DN1 thymic progenitor T cell|DN1 thymocyte|double negative 1|preT.DN1.Th
CL:0000895	naive thymus-derived CD4-positive, alpha-beta T cell	CL:0000624|CL:0000898	T.4Nve.Sp|Th0|naive thymus-derived CD4-positive, alpha-beta T lymphocyte|naive thymus-derived CD4-positive, alpha-beta T-cell|naive thymus-derived CD4-positive, alpha-beta T-lymphocyte
CL:0000896	activated CD4-positive, alpha-beta T cell	CL:0000624	activated CD4-positive, alpha-beta T lymphocyte|activated CD4-positive, alpha-beta T-cell|activated CD4-positive, alpha-beta T-lymphocyte
CL:0000897	CD4-positive, alpha-beta memory T cell	CL:0000624|CL:0000813	CD4-positive, alpha-beta memory T lymphocyte|CD4-positive, alpha-beta memory T-cell|CD4-positive, alpha-beta memory T-lymphocyte
CL:0000898	naive T cell	CL:0002419	naive T lymphocyte|naive T-cell|naive T-lymphocyte
CL:0000899	T-helper 17 cell	CL:0000492	IL-17-producing CD4+ T helper|T helper cells type 17|T(H)-17 cell|Th17 CD4+ T cell|Th17 T cell|Th17 T lymphocyte|Th17 T-cell|Th17 T-lymphocyte|Th17 cell|helper T cell type 17
CL:0000900	naive thymus-derived CD8-positive, alpha-beta T cell	CL:0000625|CL:0000898	naive thymus-dervied CD8-positive, alpha-beta T lymphocyte|naive thymus-dervied CD8-positive, alpha-beta T-cell|naive thymus-dervied CD8-positive, alpha-beta T-lymphocyte
CL:0000901	Tr1 cell	CL:0000492|CL:0000815	T-regulatory T cell type 1|Tr1 T cell|Tr1 T lymphocyte|Tr1 T-cell|Tr1 T-lymphocyte
CL:0000902	induced T-regulatory cell	CL:0000792	iTreg|induced Treg|induced regulatory T cell|induced regulatory T lymphocyte|induced regulatory T-cell|induced regulatory T-lymphocyte
CL:0000903	natural T-regulatory cell	CL:0000792	nTreg|natural Treg|natural regulatory T cell|natural regulatory T lymphocyte|natural regulatory T-cell|natural regulatory T-lymphocyte
CL:0000904	central memory CD4-positive, alpha-beta T cell	CL:0001204	central CD4-positive, alpha-beta memory T cell|central CD4-positive, alpha-beta memory T lymphocyte|central CD4-positive, alpha-beta memory T-cell|central CD4-positive, alpha-beta memory T-lymphocyte|central memory CD4-positive, alpha-beta T lymphocyte|central memory CD4-positive, alpha-beta T-cell|central memory CD4-positive, alpha-beta T-lymphocyte
CL:0000905	effector memory CD4-positive, alpha-beta T cell	CL:0001204	effector CD4-positive, alpha-beta memory T cell|effector CD4-positive, alpha-beta memory T lymphocyte|effector CD4-positive, alpha-beta memory T-cell|effector CD4-positive, alpha-beta memory T-lymphocyte|effector memory CD4-positive, alpha-beta T lymphocyte|effector memory CD4-positive, alpha-beta T-cell|effector memory CD4-positive, alpha-beta T-lymphocyte
CL:0000906	activated CD8-positive, alpha-beta T cell	CL:0000625	activated CD8-positive, alpha-beta T lymphocyte|activated CD8-positive, alpha-beta T-cell|activated CD8-positive, alpha-beta T-lymphocyte
CL:0000907	central memory CD8-positive, alpha-beta T cell	CL:0001203	central CD8-positive, alpha-beta memory T cell|central CD8-positive, alpha-beta memory T lymphocyte|central CD8-positive, alpha-beta memory T-cell|central CD8-positive, alpha-beta memory T-lymphocyte|central memory CD8-positive, alpha-beta T lymphocyte|central memory CD8-positive, alpha-beta T-cell|central memory CD8-positive, alpha-beta T-lymphocyte
CL:0000908	CD8-positive, alpha-beta cytokine secreting effector T cell	CL:0000625	CD8-positive, alpha-beta cytokine secreting effector T lymphocyte|CD8-positive, alpha-beta cytokine secreting effector T-cell|CD8-positive, alpha-beta cytokine secreting effector T-lymphocyte
CL:0000909	CD8-positive, alpha-beta memory T cell	CL:0000625|CL:0000813	CD8-positive, alpha-beta memory T lymphocyte|CD8-positive, alpha-beta memory T-cell|CD8-positive, alpha-beta memory T-lymphocyte
CL:0000910	cytotoxic T cell	CL:0000911	cytotoxic T lymphocyte|cytotoxic T-cell|cytotoxic T-lymphocyte
CL:0000911	effector T cell	CL:0002419	effector T lymphocyte|effector T-cell|effector T-lymphocyte
CL:0000912	helper T cell	CL:0000911	T-helper cell|helper T lymphocyte|helper T-cell|helper T-lymphocyte
CL:0000913	effector memory CD8-positive, alpha-beta T cell	CL:0001203	effector CD8-positive, alpha-beta memory T cell|effector CD8-positive, alpha-beta memory T lymphocyte|effector CD8-positive, alpha-beta memory T-cell|effector CD8-positive, alpha-beta memory T-lymphocyte|effector memory CD8-positive, alpha-beta T lymphocyte|effector memory CD8-positive, alpha-beta T-cell|effector memory CD8-positive, alpha-beta T-lymphocyte
CL:0000914	immature NK T cell	CL:0000790	immature NK T lymphocyte|immature NK T-cell|immature NK T-lymphocyte|immature NKT cell
CL:0000915	CD8-alpha-alpha-positive, alpha-beta intraepithelial T cell	CL:0000797	CD8-alpha-alpha-positive, alpha-beta intraepithelial T lymphocyte|CD8-alpha-alpha-positive, alpha-beta intraepithelial T-cell|CD8-alpha-alpha-positive, alpha-beta intraepithelial T-lymphocyte
CL:0000916	dendritic epidermal T cell	CL:0000800	DETC|dendritic epidermal T lymphocyte|dendritic epidermal T-cell|dendritic epidermal T-lymphocyte
CL:0000917	Tc1 cell	CL:0000908	CD8-positive Th1 cell|T-cytotoxic T cell type 1|Tc1 CD8+ T cell|Tc1 T cell|Tc1 T lymphocyte|Tc1 T-cell|Tc1 T-lymphocyte|Th1 CD8-positive T cell|Th1 non-TFH CD8-positive T cell
CL:0000918	Tc2 cell	CL:0000908|CL:0001052	CD8-positive Th2 cell|T-cytotoxic T cell type 2|Tc2 T cell|Tc2 T lymphocyte|Tc2 T-cell|Tc2 T-lymphocyte|Th2 CD8-positive T cell|Th2 non-TFH CD8-positive T cell
CL:0000919	CD8-positive, CD25-positive, alpha-beta regulatory T cell	CL:0000795	CD8+CD25+ T cell|CD8+CD25+ T lymphocyte|CD8+CD25+ T(reg)|CD8+CD25+ T-cell|CD8+CD25+ T-lymphocyte|CD8+CD25+ Treg|CD8-positive, CD25-positive Treg|CD8-positive, CD25-positive, alpha-beta regulatory T lymphocyte|CD8-positive, CD25-positive, alpha-beta regulatory T-cell|CD8-positive, CD25-positive, alpha-beta regulatory T-lymphocyte
CL:0000920	CD8-positive, CD28-negative, alpha-beta regulatory T cell	CL:0000795	CD8+CD28- T cell|CD8+CD28- T lymphocyte|CD8+CD28- T(reg)|CD8+CD28- T-cell|CD8+CD28- T-lymphocyte|CD8+CD28- Treg|CD8-positive, CD28-negative T(reg)|CD8-positive, CD28-negative Treg|CD8-positive, CD28-negative, alpha-beta regulatory T lymphocyte|CD8-positive, CD28-negative, alpha-beta regulatory T-cell|CD8-positive, CD28-negative, alpha-beta regulatory T-lymphocyte
CL:0000921	type I NK T cell	CL:0000814	classical NK T cell|type I NK T lymphocyte|type I NK T-cell|type I NK T-lymphocyte|type I NKT cell
CL:0000922	type II NK T cell	CL:0000814	type II NK T lymphocyte|type II NK T-cell|type II NK T-lymphocyte|type II NKT cell
CL:0000923	CD4-positive type I NK T cell	CL:0000921	CD4-positive type I NK T lymphocyte|CD4-positive type I NK T-cell|CD4-positive type I NK T-lymphocyte|CD4-positive type I NKT cell
CL:0000924	CD4-negative, CD8-negative type I NK T cell	CL:0000921	CD4-negative, CD8-negative type I NK T lymphocyte|CD4-negative, CD8-negative type I NK T-cell|CD4-negative, CD8-negative type I NK T-lymphocyte|CD4-negative, CD8-negative type I NKT cell
CL:0000925	activated CD4-positive type I NK T cell	CL:0000923	activated CD4-positive type I NK T lymphocyte|activated CD4-positive type I NK T-cell|activated CD4-positive type I NK T-lymphocyte|activated CD4-positive type I NKT cell
CL:0000926	CD4-positive type I NK T cell secreting interferon-gamma	CL:0000923	CD4-positive type I NK T cell secreting IFN-gamma|CD4-positive type I NK T lymphocyte secreting interferon-gamma|CD4-positive type I NK T-cell secreting interferon-gamma|CD4-positive type I NK T-lymphocyte secreting interferon-gamma|CD4-positive type I NKT cell secreting interferon-gamma
CL:0000927	CD4-positive type I NK T cell secreting interleukin-4	CL:0000923	CD4-positive type I NK T cell secreting IL-4|CD4-positive type I NK T lymphocyte secreting interleukin-4|CD4-positive type I NK T-cell secreting interleukin-4|CD4-positive type I NK T-lymphocyte secreting interleukin-4|CD4-positive type I NKT cell secreting interleukin-4
CL:0000928	activated CD4-negative, CD8-negative type I NK T cell	CL:0000924	activated CD4-negative, CD8-negative type I NK T lymphocyte|activated CD4-negative, CD8-negative type I NK T-cell|activated CD4-negative, CD8-negative type I NK T-lymphocyte|activated CD4-negative, CD8-negative type I NKT cell
CL:0000929	CD4-negative, CD8-negative type I NK T cell secreting interferon-gamma	CL:0000924	CD4-negative, CD8-negative type I NK T cell secreting IFN-gamma|CD4-negative, CD8-negative type I NK T lymphocyte secreting interferon-gamma|CD4-negative, CD8-negative type I NK T-cell secreting interferon-gamma|CD4-negative, CD8-negative type I NK T-lymphocyte secreting interferon-gamma|CD4-negative, CD8-negative type I NKT cell secreting interferon-gamma
CL:0000930	CD4-negative, CD8-negative type I NK T cell secreting interleukin-4	CL:0000924	CD4-negative, CD8-negative type I NK T cell secreting IL-4|CD4-negative, CD8-negative type I NK T lymphocyte secreting interleukin-4|CD4-negative, CD8-negative type I NK T-cell secreting interleukin-4|CD4-negative, CD8-negative type I NK T-lymphocyte secreting interleukin-4|CD4-negative, CD8-negative type I NKT cell secreting interleukin-4
CL:0000931	activated type II NK T cell	CL:0000922	activated type II NK T lymphocyte|activated type II NK T-cell|activated type II NK T-lymphocyte|activated type II NKT cell
CL:0000932	type II NK T cell secreting interferon-gamma	CL:0000922	type II NK T cell secreting IFN-gamma|type II NK T lymphocyte secreting interferon-gamma|type II NK T-cell secreting interferon-gamma|type II NK T-lymphocyte secreting interferon-gamma|type II NKT cell secreting interferon-gamma
CL:0000933	type II NK T cell secreting interleukin-4	CL:0000922	type II NK T cell secreting IL-4|type II NK T lymphocyte secreting interleukin-4|type II NK T-cell secreting interleukin-4|type II NK T-lymphocyte secreting interleukin-4|type II NKT cell secreting interleukin-4
CL:0000934	CD4-positive, alpha-beta cytotoxic T cell	CL:0000624	CD4-positive, alpha-beta cytotoxic T lymphocyte|CD4-positive, alpha-beta cytotoxic T-cell|CD4-positive, alpha-beta cytotoxic T-lymphocyte
CL:0000935	CD4-negative, CD8-negative, alpha-beta intraepithelial T cell	CL:0000797	CD4-negative, CD8-negative, alpha-beta intraepithelial T lymphocyte|CD4-negative, CD8-negative, alpha-beta intraepithelial T-cell|CD4-negative, CD8-negative, alpha-beta intraepithelial T-lymphocyte
CL:0000936	early lymphoid progenitor	CL:0000837|CL:0011026	lymphoid-primed multipotent progenitor
CL:0000937	pre-natural killer cell	CL:0000623	pre-NK cell
CL:0000938	CD16-negative, CD56-bright natural killer cell, human	CL:0000824	CD16-CD56bright NK cell|CD16-negative, CD56-bright NK cell|CD56-bright cytokine secreting NK cell|CD56-bright cytokine secreting natural killer cell
CL:0000939	CD16-positive, CD56-dim natural killer cell, human	CL:0000824	CD16+CD56+ NK cell|CD16-positive, CD56-dim NK cell|CD16-positive, CD56-low NK cell|CD16-positive, CD56-low natural killer cell|CD16-positive, CD56-positive NK cell|CD16-positive, CD56-positive natural killer cell|cytotoxic CD56-dim NK cell|cytotoxic CD56-dim natural killer cell
CL:0000940	mucosal-associated invariant T cell	CL:0000791	mucosal invariant T cell|mucosal invariant T lymphocyte|mucosal invariant T-cell|mucosal invariant T-lymphocyte|mucosal-associated invariant T lymphocyte|mucosal-associated invariant T-cell|mucosal-associated invariant T-lymphocyte
CL:0000941	thymic conventional dendritic cell	CL:0000990
CL:0000942	thymic plasmacytoid dendritic cell	CL:0000784
CL:0000943	Be1 Cell	CL:0000968	B effector 1 cell
CL:0000944	Be2 cell	CL:0000968	B effector 2 cell
CL:0000945	lymphocyte of B lineage	CL:0000542	B lineage
CL:0000946	antibody secreting cell	CL:0000945
CL:0000947	IgE plasma cell	CL:0000974
CL:0000948	IgE memory B cell	CL:4052108	IgE memory B lymphocyte|IgE memory B-cell|IgE memory B-lymphocyte|memory IgE B cell|memory IgE B lymphocyte|memory IgE B-cell|memory IgE B-lymphocyte
CL:0000949	IgD plasmablast	CL:0000980
CL:0000950	IgE plasmablast	CL:0000980
CL:0000951	IgE short lived plasma cell	CL:0000975
CL:0000952	preBCR-positive large pre-B-II cell	CL:0000957
CL:0000953	preBCR-negative large pre-B-II cell	CL:0000957
CL:0000954	small pre-B-II cell	CL:0000955	small pre-BII cell
CL:0000955	pre-B-II cell	CL:0000817	pre-B-lymphocyte|pre-BII cell
CL:0000956	pre-B-I cell	CL:0000817	pre-BI cell
CL:0000957	large pre-B-II cell	CL:0000955	large pre-BII cell
CL:0000958	T1 B cell	CL:0000818	T1 B lymphocyte|T1 B-cell|T1 B-lymphocyte|transitional stage 1 B cell
CL:0000959	T2 B cell	CL:0000818	T2 B lymphocyte|T2 B-cell|T2 B-lymphocyte|transitional stage 2 B cell
CL:0000960	T3 B cell	CL:0000818	An1 B cell|T3 B lymphocyte|T3 B-cell|T3 B-lymphocyte|transitional stage 3 B cell
CL:0000961	Bm1 B cell	CL:0000843	Bm1 B lymphocyte|Bm1 B-cell|Bm1 B-lymphocyte
CL:0000962	Bm2 B cell	CL:0000843	Bm2 B lymphocyte|Bm2 B-cell|Bm2 B-lymphocyte
CL:0000963	Bm3-delta B cell	CL:0000844	Bm3-delta B lymphocyte|Bm3-delta B-cell|Bm3-delta B-lymphocyte
CL:0000964	Bm2' B cell	CL:0000844	Bm2' B lymphocyte|Bm2' B-cell|Bm2-prime B cell|Bm2-prime B-lymphocyte
CL:0000965	Bm3 B cell	CL:0000844	Bm3 B lymphocyte|Bm3 B-cell|Bm3 B-lymphocyte
CL:0000966	Bm4 B cell	CL:0000844	Bm4 B lymphocyte|Bm4 B-cell|Bm4 B-lymphocyte
CL:0000967	Bm5 B cell	CL:0001053	Bm5 B lymphocyte|Bm5 B-cell|Bm5 B-lymphocyte
CL:0000968	Be cell	CL:0000785	B effector cell|effector B cell|effector B lymphocyte|effector B-cell|effector B-lymphocyte
CL:0000969	regulatory B cell	CL:0000785	B(reg)|B10 cell|Breg|regulatory B lymphocyte|regulatory B-cell|regulatory B-lymphocyte
CL:0000970	unswitched memory B cell	CL:0000787	non-class-switched memory B cell|unswitched memory B lymphocyte|unswitched memory B-cell|unswitched memory B-lymphocyte
CL:0000971	IgM memory B cell	CL:0001053	IgM memory B lymphocyte|IgM memory B-cell|IgM memory B-lymphocyte|memory IgM B cell|memory IgM B lymphocyte|memory IgM B-cell|memory IgM B-lymphocyte
CL:0000972	class switched memory B cell	CL:0000787	class switched memory B lymphocyte|class switched memory B-cell|class switched memory B-lymphocyte
CL:0000973	IgA memory B cell	CL:4052108	IgA memory B lymphocyte|IgA memory B-cell|IgA memory B-lymphocyte|memory IgA B cell|memory IgA B lymphocyte|memory IgA B-cell|memory IgA B-lymphocyte
CL:0000974	long lived plasma cell	CL:0000786
CL:0000975	short lived plasma cell	CL:0000786
CL:0000976	IgA short lived plasma cell	CL:0000975
CL:0000977	IgG short lived plasma cell	CL:0000975
CL:0000978	IgM short lived plasma cell	CL:0000975
CL:0000979	IgG memory B cell	CL:0000972	IgG memory B lymphocyte|IgG memory B-cell|IgG memory B-lymphocyte|memory IgG B cell|memory IgG B lymphocyte|memory IgG B-cell|memory IgG B-lymphocyte
CL:0000980	plasmablast	CL:0000785|CL:0000946	CD27-positive, CD38-positive, CD20-negative B cell
CL:0000981	double negative memory B cell	CL:0001053	dn memory B cell|dn memory B lymphocyte|dn memory B-cell|dn memory B-lymphocyte|double negative memory B lymphocyte|double negative memory B-cell|double negative memory B-lymphocyte
CL:0000982	IgG plasmablast	CL:0000980
CL:0000983	IgM plasmablast	CL:0000980
CL:0000984	IgA plasmablast	CL:0000980
CL:0000985	IgG plasma cell	CL:0000974
CL:0000986	IgM plasma cell	CL:0000974
CL:0000987	IgA plasma cell	CL:0000974
CL:0000988	hematopoietic cell	CL:0000000	blood cell|haematopoietic cell|haemopoietic cell|hemopoietic cell
CL:0000989	CD11c-low plasmacytoid dendritic cell	CL:0000784
CL:0000990	conventional dendritic cell	CL:0000451	DC1|cDC|dendritic reticular cell|type 1 DC
CL:0000991	CD11c-negative plasmacytoid dendritic cell	CL:0000784	CD303-positive dendritic cell
CL:0000992	immature CD11c-low plasmacytoid dendritic cell	CL:0000766|CL:0000989
CL:0000993	mature CD11c-low plasmacytoid dendritic cell	CL:0000766|CL:0000989
CL:0000994	immature CD11c-negative plasmacytoid dendritic cell	CL:0000991
CL:0000995	CD34-positive, CD38-positive common myeloid progenitor OR CD34-positive, CD38-positive common lymphoid progenitor	CL:0001060|CL:0011026
CL:0000996	mature CD11c-negative plasmacytoid dendritic cell	CL:0000991
CL:0000997	immature CD8-alpha-negative CD11b-positive dendritic cell	CL:0000840|CL:0000999
CL:0000998	CD8-alpha-negative CD11b-negative dendritic cell	CL:0000766|CL:0000990	DC.8-4-11b-|triple negative dendritic cell
CL:0000999	CD4-positive CD11b-positive dendritic cell	CL:0000766|CL:0002465	DC.4+
CL:0001000	CD8-alpha-positive CD11b-negative dendritic cell	CL:0000766|CL:0000990	DC.8+
CL:0001001	immature CD8-alpha-negative CD11b-negative dendritic cell	CL:0000840|CL:0000998
CL:0001002	mature CD8-alpha-negative CD11b-negative dendritic cell	CL:0000841|CL:0000998
CL:0001003	mature CD8-alpha-negative CD11b-positive dendritic cell	CL:0000841|CL:0000999
CL:0001004	immature CD8-alpha-positive CD11b-negative dendritic cell	CL:0000840|CL:0001000
CL:0001005	mature CD8-alpha-positive CD11b-negative dendritic cell	CL:0000841|CL:0001000
CL:0001006	dermal dendritic cell	CL:0002465
CL:0001007	interstitial dendritic cell	CL:0002465
CL:0001008	Kit and Sca1-positive hematopoietic stem cell	CL:0000037	LSK stem cell|Sca1-positive hematopoietic stem cell
CL:0001009	immature dermal dendritic cell	CL:0000840|CL:0001006
CL:0001010	mature dermal dendritic cell	CL:0000841|CL:0001006
CL:0001011	immature interstitial dendritic cell	CL:0000840|CL:0001007
CL:0001012	CD7-negative lymphoid progenitor OR granulocyte monocyte progenitor	CL:0001060|CL:0011026
CL:0001013	mature interstitial dendritic cell	CL:0000841|CL:0001007
CL:0001014	CD1a-positive Langerhans cell	CL:0000453	CD1a-LC
CL:0001015	CD8-alpha-low Langerhans cell	CL:0000453
CL:0001016	immature CD1a-positive Langerhans cell	CL:0000840|CL:0001014
CL:0001017	mature CD1a-positive Langerhans cell	CL:0000841|CL:0001014
CL:0001018	immature CD8-alpha-low Langerhans cell	CL:0000840|CL:0001015
CL:0001019	CD115-positive monocyte OR common dendritic progenitor	CL:0000763|CL:0002031
CL:0001020	mature CD8-alpha-low Langerhans cell	CL:0000841|CL:0001015
CL:0001021	CD34-positive, CD38-positive common lymphoid progenitor	CL:0000051|CL:0000995	CD10-positive common lymphocyte precursor|CD10-positive common lymphocyte progenitor|CD10-positive common lymphoid precursor
CL:0001022	CD115-positive monocyte	CL:0000576|CL:0000839|CL:0001019
CL:0001023	Kit-positive, CD34-positive common myeloid progenitor	CL:0001030|CL:0001059
CL:0001024	CD34-positive, CD38-negative hematopoietic stem cell	CL:0000037	CD133-positive hematopoietic stem cell
CL:0001025	Kit-positive, Sca1-positive common lymphoid progenitor	CL:0000051|CL:0001030	CD217-positive common lymphocyte precursor|CD217-positive common lymphocyte progenitor|CD217-positive common lymphoid precursor
CL:0001026	CD34-positive, CD38-positive common myeloid progenitor	CL:0000995|CL:0001059
CL:0001027	CD7-negative lymphoid progenitor cell	CL:0000051|CL:0001012	CD7-negative lymphoid precursor
CL:0001028	CD7-positive lymphoid progenitor cell	CL:0000051	CD7-positive lymphoid precursor
CL:0001029	common dendritic progenitor	CL:0001019	CDP|common dendritic precursor|pro-DCs
CL:0001030	CD117-positive common myeloid progenitor OR CD217-positive common lymphoid progenitor	CL:0001060|CL:0011026
CL:0001031	cerebellar granule cell	CL:0000120|CL:2000028	granule cell of the cerebellum
CL:0001032	cortical granule cell	CL:0000120|CL:0010012
CL:0001033	hippocampal granule cell	CL:0001032|CL:0002608
CL:0001034	cell in vitro	CL:0000000
CL:0001035	bone cell	CL:0000255
CL:0001039	terminally differentiated osteoblast	CL:0000062
CL:0001040	non-terminally differentiated osteoblast	CL:0000062|CL:0001035|CL:0011026
CL:0001041	CD8-positive, CXCR3-positive, alpha-beta regulatory T cell	CL:0000795	CD8+CXCR3+ T cell|CD8+CXCR3+ T lymphocyte|CD8+CXCR3+ T(reg)|CD8+CXCR3+ T-cell|CD8+CXCR3+ Treg|CD8-positive, CXCR3-positive, T(reg)|CD8-positive, CXCR3-positive, Treg|CD8-positive, CXCR3-positive, alpha-beta regulatory T lymphocyte|CD8-positive, CXCR3-positive, alpha-beta regulatory T-cell|CD8-positive, CXCR3-positive, alpha-beta regulatory T-lymphocyte
CL:0001042	T-helper 22 cell	CL:0000492	T(H)-22 cell|Th22 T cell|Th22 T lymphocyte|Th22 T-cell|Th22 T-lymphocyte|Th22 cell|helper T cell type 22
CL:0001043	activated CD4-positive, alpha-beta T cell, human	CL:0000896	activated CD4-positive, alpha-beta T lymphocyte, human|activated CD4-positive, alpha-beta T-cell, human|activated CD4-positive, alpha-beta T-lymphocyte, human
CL:0001044	effector CD4-positive, alpha-beta T cell	CL:0000624|CL:0000911	effector CD4-positive, alpha-beta T lymphocyte|effector CD4-positive, alpha-beta T-cell|effector CD4-positive, alpha-beta T-lymphocyte
CL:0001045	naive CCR4-positive regulatory T cell	CL:0001047|CL:0002677	naive CCR4+ Treg|naive CCR4-positive regulatory T lymphocyte|naive CCR4-positive regulatory T-cell|naive CCR4-positive regulatory T-lymphocyte
CL:0001046	memory CCR4-positive regulatory T cell	CL:0001047|CL:0002678	memory CCR4+ Treg|memory CCR4-positive regulatory T lymphocyte|memory CCR4-positive regulatory T-cell|memory CCR4-positive regulatory T-lymphocyte
CL:0001047	CD4-positive, CD25-positive, CCR4-positive, alpha-beta regulatory T cell	CL:0000792	CCR+ Treg|CD4-positive, CD25-positive, CCR4-positive, alpha-beta regulatory T lymphocyte|CD4-positive, CD25-positive, CCR4-positive, alpha-beta regulatory T-cell|CD4-positive, CD25-positive, CCR4-positive, alpha-beta regulatory T-lymphocyte
CL:0001048	activated CD4-positive, CD25-positive, CCR4-positive, alpha-beta regulatory T cell, human	CL:0001047	activated CCR4+ Treg|activated CD4-positive, CD25-positive, CCR4-positive, alpha-beta regulatory T lymphocyte|activated CD4-positive, CD25-positive, CCR4-positive, alpha-beta regulatory T-cell|activated CD4-positive, CD25-positive, CCR4-positive, alpha-beta regulatory T-lymphocyte
CL:0001049	activated CD8-positive, alpha-beta T cell, human	CL:0000906	activated CD8-positive, alpha-beta T lymphocyte, human|activated CD8-positive, alpha-beta T-cell, human|activated CD8-positive, alpha-beta T-lymphocyte, human
CL:0001050	effector CD8-positive, alpha-beta T cell	CL:0000625|CL:0000911	effector CD8-positive, alpha-beta T lymphocyte|effector CD8-positive, alpha-beta T-cell|effector CD8-positive, alpha-beta T-lymphocyte
CL:0001051	CD4-positive, CXCR3-negative, CCR6-negative, alpha-beta T cell	CL:0000624	CD4-positive, CXCR3-negative, CCR6-negative, alpha-beta T lymphocyte|CD4-positive, CXCR3-negative, CCR6-negative, alpha-beta T-cell|CD4-positive, CXCR3-negative, CCR6-negative, alpha-beta T-lymphocyte
CL:0001052	CD8-positive, CXCR3-negative, CCR6-negative, alpha-beta T cell	CL:0000625	CD8-positive, CXCR3-negative, CCR6-negative, alpha-beta T lymphocyte|CD8-positive, CXCR3-negative, CCR6-negative, alpha-beta T-cell|CD8-positive, CXCR3-negative, CCR6-negative, alpha-beta T-lymphocyte
CL:0001053	IgD-negative memory B cell	CL:0000787	IgD- memory B cell
CL:0001054	CD14-positive monocyte	CL:0000576
CL:0001055	CD14-positive, CD16-low monocyte	CL:0002393|CL:0002397	intermediate monocyte, human
CL:0001056	dendritic cell, human	CL:0000451
CL:0001057	myeloid dendritic cell, human	CL:0000782|CL:0001056
CL:0001058	plasmacytoid dendritic cell, human	CL:0000784|CL:0001056
CL:0001059	common myeloid progenitor, CD34-positive	CL:0000049|CL:0011026	common myeloid precursor, CD34-positive
CL:0001060	hematopoietic oligopotent progenitor cell, lineage-negative	CL:0002032
CL:0001061	abnormal cell	CL:0000000
CL:0001062	effector memory CD8-positive, alpha-beta T cell, terminally differentiated	CL:0000909|CL:4030002	CD8+ TEMRA|CD8-positive TEMRA
CL:0001063	neoplastic cell	CL:0001061
CL:0001064	malignant cell	CL:0001063
CL:0001065	innate lymphoid cell	CL:0000542	ILC
CL:0001066	erythroid progenitor cell, mammalian	CL:0000038
CL:0001067	group 1 innate lymphoid cell	CL:0001065
CL:0001068	ILC1	CL:0001067
CL:0001069	group 2 innate lymphoid cell	CL:0001065	ILC2|natural helper cell|nuocyte
CL:0001070	beige adipocyte	CL:0000136	beige brown adipocyte|beige fat cell|beige/brite adipocyte|brite adipocyte|brite cell|brite fat cell
CL:0001071	group 3 innate lymphoid cell	CL:0001065	ILC3
CL:0001072	CD34-negative, CD117-positive innate lymphoid cell, human	CL:0001082	CD34-negative, CD117-positive ILC|CD34-negative, CD117-positive ILCP|CD34-negative, CD117-positive innate lymphoid cell precusor
CL:0001073	CD34-negative, CD56-positive, CD117-positive innate lymphoid cell, human	CL:0001072	CD34-negative, CD56-positive, CD117-positive ILC|CD34-negative, CD56-positive, CD117-positive ILCP|CD34-negative, CD56-positive, CD117-positive innate lymphoid cell precursor
CL:0001074	CD34-positive, CD56-positive, CD117-positive common innate lymphoid precursor, human	CL:0001082	CD34-positive, CD56-positive, CD117-positive CILP
CL:0001075	KLRG1-positive innate lymphoid cell, human	CL:0001072	KLRG1-positive ILC
CL:0001076	NKp46-positive innate lymphoid cell, human	CL:0001074	NKp46-positive ILC
CL:0001077	ILC1, human	CL:0001068	innate lymphoid cell 1, human
CL:0001078	group 3 innate lymphoid cell, human	CL:0001071	ILC3, human
CL:0001079	NKp44-positive group 3 innate lymphoid cell, human	CL:0001078
CL:0001080	NKp44-negative group 3 innate lymphoid cell, human	CL:0001078
CL:0001081	group 2 innate lymphoid cell, human	CL:0001069	ILC2, human
CL:0001082	immature innate lymphoid cell	CL:0001065	immature ILC
CL:0001087	effector memory CD4-positive, alpha-beta T cell, terminally differentiated	CL:0000897|CL:4030002	CD4+ TEMRA|CD4-positive TEMRA
CL:0001200	lymphocyte of B lineage, CD19-positive	CL:0000945
CL:0001201	B cell, CD19-positive	CL:0000236|CL:0001200	B lymphocyte, CD19-positive|B-cell, CD19-positive|B-lymphocyte, CD19-positive|CD19+ B cell|CD19-positive B cell
CL:0001202	CD86-positive plasmablast	CL:0000980	CD86+ plasmablast
CL:0001203	CD8-positive, alpha-beta memory T cell, CD45RO-positive	CL:0000909	CD8-positive, alpha-beta memory T lymphocyte, CD45RO-positive|CD8-positive, alpha-beta memory T-cell, CD45RO-positive|CD8-positive, alpha-beta memory T-lymphocyte, CD45RO-positive
CL:0001204	CD4-positive, alpha-beta memory T cell, CD45RO-positive	CL:0000897	CD4-positive, alpha-beta memory T lymphocyte, CD45RO-positive|CD4-positive, alpha-beta memory T-cell, CD45RO-positive|CD4-positive, alpha-beta memory T-lymphocyte, CD45RO-positive
CL:0001658	visual pigment cell (sensu Nematoda and Protostomia)	CL:0000149|CL:0000341
CL:0002000	Kit-positive erythroid progenitor cell	CL:0001066	c- Kit-positive erythroid progenitor cell
CL:0002001	CD34-positive, CD38-positive granulocyte monocyte progenitor	CL:0000557
CL:0002002	Kit-positive granulocyte monocyte progenitor	CL:0000557
CL:0002003	CD34-positive, GlyA-negative erythroid progenitor cell	CL:0001066
CL:0002004	CD34-negative, GlyA-negative proerythroblast	CL:0000547
CL:0002005	CD34-positive, CD38-positive megakaryocyte erythroid progenitor cell	CL:0000050
CL:0002006	Kit-positive, CD34-negative megakaryocyte erythroid progenitor cell	CL:0000050
CL:0002007	Kit-low, CD34-positive eosinophil progenitor cell	CL:0000611
CL:0002008	CD34-positive, CD38-positive eosinophil progenitor cell	CL:0000611
CL:0002009	macrophage dendritic cell progenitor	CL:0000763|CL:0002032|CL:0011026	MDP
CL:0002010	pre-conventional dendritic cell	CL:0000763|CL:0002031
CL:0002011	Kit-positive macrophage dendritic cell progenitor	CL:0002009	murine MDP
CL:0002012	Kit-low proerythroblast	CL:0000547
CL:0002013	GlyA-positive basophilic erythroblast	CL:0000549
CL:0002014	Kit-negative, Ly-76 high basophilic erythroblast	CL:0000549
CL:0002015	Kit-negative, Ly-76 high polychromatophilic erythroblast	CL:0000550
CL:0002016	CD71-low, GlyA-positive polychromatic erythroblast	CL:0000550
CL:0002017	Kit-negative, Ly-76 high orthochromatophilic erythroblasts	CL:0000552
CL:0002018	CD71-negative, GlyA-positive orthochromatic erythroblast	CL:0000552
CL:0002019	Ly-76 high reticulocyte	CL:0002422
CL:0002020	GlyA-positive reticulocytes	CL:0002422
CL:0002021	GlyA-positive erythrocyte	CL:0000595
CL:0002022	Ly-76 high positive erythrocyte	CL:0000595
CL:0002023	CD34-positive, CD41-positive, CD42-positive megakaryocyte progenitor cell	CL:0000553
CL:0002024	Kit-positive megakaryocyte progenitor cell	CL:0000553
CL:0002025	CD34-positive, CD41-positive, CD42-negative megakaryocyte progenitor cell	CL:0000553
CL:0002026	CD34-negative, CD41-positive, CD42-positive megakaryocyte cell	CL:0000556
CL:0002027	CD9-positive, CD41-positive megakaryocyte cell	CL:0000556
CL:0002028	basophil mast progenitor cell	CL:0000763|CL:0002191	BMCP
CL:0002029	Fc-epsilon RIalpha-low mast cell progenitor	CL:0000831
CL:0002030	Fc-epsilon RIalpha-high basophil progenitor cell	CL:0000613
CL:0002031	hematopoietic lineage restricted progenitor cell	CL:0000255|CL:0008001
CL:0002032	hematopoietic oligopotent progenitor cell	CL:0000255|CL:0008001
CL:0002033	short term hematopoietic stem cell	CL:0001008	ST stem cell|ST-HSC
CL:0002034	long term hematopoietic stem cell	CL:0001008	LT stem cell|LT-HSC
CL:0002035	Slamf1-negative multipotent progenitor cell	CL:0000837
CL:0002036	Slamf1-positive multipotent progenitor cell	CL:0000837	KSL cell
CL:0002037	CD2-positive, CD5-positive, CD44-positive alpha-beta intraepithelial T cell	CL:0000793	memory alpha beta IEL
CL:0002038	T follicular helper cell	CL:0000492|CL:0000912|CL:0020030	T(FH)|Tfh
CL:0002039	immature NK T cell stage I, mouse	CL:0000914
CL:0002040	immature NK T cell stage II, mouse	CL:0000914	NKT.44-NK1.1-.Th
CL:0002041	immature NK T cell stage III, mouse	CL:0000914
CL:0002042	immature NK T cell stage IV, mouse	CL:0000914
CL:0002043	CD34-positive, CD38-negative multipotent progenitor cell	CL:0000837
CL:0002044	Kit-positive, integrin beta7-high basophil mast progenitor cell	CL:0002028
CL:0002045	fraction A pre-pro B cell	CL:0000826
CL:0002046	early pro-B cell	CL:0000826
CL:0002047	fraction B precursor B cell	CL:0002400
CL:0002048	late pro-B cell	CL:0000817
CL:0002049	fraction C precursor B cell	CL:0002400
CL:0002050	fraction C' precursor B cell	CL:0000817
CL:0002051	CD38-high pre-BCR positive cell	CL:0000952
CL:0002052	fraction D precursor B cell	CL:0002400	fraction D pre-B cell
CL:0002053	CD22-positive, CD38-low small pre-B cell	CL:0000954	small pre-B cell
CL:0002054	fraction E immature B cell	CL:0000816
CL:0002055	CD38-negative immature B cell	CL:0000816
CL:0002056	fraction F mature B cell	CL:0000822
CL:0002057	CD14-positive, CD16-negative classical monocyte	CL:0000860|CL:0001054	CD16- monocyte|CD16-negative monocyte
CL:0002058	Gr1-low non-classical monocyte	CL:0000875|CL:0002398
CL:0002059	CD8-alpha-positive thymic conventional dendritic cell	CL:0000941	CD8alpha-alpha-positive thymic conventional dendritic cell|DC.8+.Th
CL:0002060	melanophage	CL:0000864
CL:0002061	T-helper 9 cell	CL:0000492	T helper cells type 9|T(H)-9 cell|Th9
CL:0002062	pulmonary alveolar type 1 cell	CL:0000076|CL:0000322	lung type 1 cells|membranous pneumocytes|pulmonary alveolar type I cell|small alveolar cells|squamous alveolar cell|squamous alveolar lining cell|type 1 alveolar epithelial cells|type 1 pneumocyte|type I alveolar cells|type I alveolar epithelial cells|type I pneumocyte
CL:0002063	pulmonary alveolar type 2 cell	CL:0000322|CL:0020029	cuboidal type II cell|granular pneumocyte|great alveolar cell|lung type 2 cell|type 2 alveolar epithelial cell|type 2 alveolocyte|type 2 pneumocyte|type II alveolar cell|type II alveolar epithelial cell|type II alveolocyte|type II pneumocyte
CL:0002064	pancreatic acinar cell	CL:0000622|CL:1001599	acinar cell of pancreas
CL:0002066	Feyrter cell	CL:0000165	Kultschitzky cell of bronchiole|bronchiolar Kulchitsky cell|respiratory enterochromaffin cell
CL:0002067	type A enteroendocrine cell	CL:0000164|CL:0000170
CL:0002068	Purkinje myocyte	CL:0002086	Purkinje cell fiber|Purkinje muscle cell|myocytus conducens cardiacus
CL:0002069	type II vestibular sensory cell	CL:0000609	type 2 vestibular hair cell|type 2 vestibular sensory cell|type II hair cell
CL:0002070	type I vestibular sensory cell	CL:0000609	type 1 vestibular hair cell|type 1 vestibular sensory cell|type I hair cell
CL:0002071	enterocyte of epithelium of large intestine	CL:0000584|CL:0002253	columnar cell of the colon|vacuolar absorptive cell
CL:0002072	nodal myocyte	CL:0002086	P cell|cardiac pacemaker cell|myocytus nodalis
CL:0002073	transitional myocyte	CL:0002086
CL:0002074	myocardial endocrine cell	CL:0000163|CL:0002086
CL:0002075	brush cell of tracheobronchial tree	CL:0000075|CL:0002202|CL:0002204
CL:0002076	endo-epithelial cell	CL:0000066
CL:0002077	ecto-epithelial cell	CL:0000066
CL:0002078	meso-epithelial cell	CL:0000066	epithelial mesenchymal cell
CL:0002079	pancreatic ductal cell	CL:0000069|CL:1001433
CL:0002080	pancreatic centro-acinar cell	CL:1001433	centroacinar cell of Langerhans|pancreatic centroacinar cell
CL:0002081	type II cell of carotid body	CL:0000703|CL:0002256	sheath cell of carotid body
CL:0002082	type II cell of adrenal medulla	CL:0000336|CL:0000454	adrenal secreting cell of the adrenal medulla|adrenergic chromaffin cell|epiniphrine secreting cell of the adrenal medulla
CL:0002083	type I cell of adrenal medulla	CL:0000336|CL:0000459	noradrenergic chromaffin cell
CL:0002084	Boettcher cell	CL:0002315	Boettcher's cell|Bottcher cell|Bottcher's cell
CL:0002085	tanycyte	CL:0000065	stretch cell
CL:0002086	specialized cardiac myocyte	CL:0000746
CL:0002087	nongranular leukocyte	CL:0000738	agranular leukocyte
CL:0002088	interstitial cell of Cajal	CL:0000710	ICC|intestinal pacemaker cell
CL:0002089	group 2 innate lymphoid cell, mouse	CL:0001069
CL:0002090	polar body	CL:0000021
CL:0002091	primary polar body	CL:0002090	first polar body|polocytus primarius
CL:0002092	bone marrow cell	CL:0001035
CL:0002093	secondary polar body	CL:0002090	polocytus secundarius|second polar body
CL:0002094	interstitial cell of ovary	CL:0002132
CL:0002095	hilus cell of ovary	CL:0000593|CL:0002132	hilar cell of ovary
CL:0002096	internodal tract myocyte	CL:0002086|CL:0008009
CL:0002097	cortical cell of adrenal gland	CL:0000174|CL:0002078|CL:1001601	adrenal cortex cell|adrenocortical cell
CL:0002098	regular cardiac myocyte	CL:0000746	regular cardiac muscle cell|regular cardiac muscle fiber
CL:0002099	type I cell of adrenal cortex	CL:0000456|CL:0002097	epithelial cell of zona glomerulosa of adrenal gland
CL:0002100	regular interventricular cardiac myocyte	CL:0002098
CL:0002101	CD38-positive naive B cell	CL:0000788	CD38+ naive B cell|CD38+ naive B lymphocyte|CD38+ naive B-cell|CD38+ naive B-lymphocyte|CD38-positive naive B lymphocyte|CD38-positive naive B-cell|CD38-positive naive B-lymphocyte
CL:0002102	CD38-negative naive B cell	CL:0000788	CD38- naive B cell|CD38- naive B lymphocyte|CD38- naive B-cell|CD38- naive B-lymphocyte|CD38-negative naive B lymphocyte|CD38-negative naive B-cell|CD38-negative naive B-lymphocyte
CL:0002103	IgG-positive double negative memory B cell	CL:0000981	IgG+ dn memory B cell|IgG+ dn memory B lymphocyte|IgG+ dn memory B-cell|IgG+ dn memory B-lymphocyte|IgG+ double negative memory B cell|IgG+ double negative memory B lymphocyte|IgG+ double negative memory B-cell|IgG+ double negative memory B-lymphocyte|IgG-positive dn memory B cell|IgG-positive dn memory B lymphocyte|IgG-positive dn memory B-cell|IgG-positive dn memory B-lymphocyte|IgG-positive double negative memory B lymphocyte|IgG-positive double negative memory B-cell|IgG-positive double negative memory B-lymphocyte
CL:0002104	IgG-negative double negative memory B cell	CL:0000981	IgG- dn memory B cell|IgG- dn memory B lymphocyte|IgG- dn memory B-cell|IgG- dn memory B-lymphocyte|IgG- double negative memory B cell|IgG- double negative memory B lymphocyte|IgG- double negative memory B-cell|IgG- double negative memory B-lymphocyte|IgG-negative dn memory B cell|IgG-negative dn memory B lymphocyte|IgG-negative dn memory B-cell|IgG-negative dn memory B-lymphocyte|IgG-negative double negative memory B lymphocyte|IgG-negative double negative memory B-cell|IgG-negative double negative memory B-lymphocyte
CL:0002105	CD38-positive IgG memory B cell	CL:0000979	CD38+ IgG memory B cell|CD38+ IgG memory B lymphocyte|CD38+ IgG memory B-cell|CD38+ IgG memory B-lymphocyte|CD38-positive IgG memory B lymphocyte|CD38-positive IgG memory B-cell|CD38-positive IgG memory B-lymphocyte
CL:0002106	IgD-positive CD38-positive IgG memory B cell	CL:0002105
CL:0002107	IgD-negative CD38-positive IgG memory B cell	CL:0002105|CL:4052108
CL:0002108	CD38-negative IgG memory B cell	CL:0000979|CL:4052108
CL:0002109	B220-positive CD38-positive naive B cell	CL:0002101	B220+CD38+ naive B cell|B220+CD38+ naive B lymphocyte|B220+CD38+ naive B-cell|B220+CD38+ naive B-lymphocyte|B220-positive CD38-positive naive B lymphocyte|B220-positive CD38-positive naive B-cell|B220-positive CD38-positive naive B-lymphocyte|CD38+B220+ naive B cell|CD38+B220+ naive B lymphocyte|CD38+B220+ naive B-cell|CD38+B220+ naive B-lymphocyte
CL:0002110	B220-low CD38-positive naive B cell	CL:0002109
CL:0002111	CD38-negative unswitched memory B cell	CL:0000970	CD38- unswitched memory B cell|CD38- unswitched memory B lymphocyte|CD38- unswitched memory B-cell|CD38- unswitched memory B-lymphocyte|CD38-negative unswitched memory B lymphocyte|CD38-negative unswitched memory B-cell|CD38-negative unswitched memory B-lymphocyte
CL:0002112	B220-positive CD38-negative unswitched memory B cell	CL:0002111
CL:0002113	B220-low CD38-negative unswitched memory B cell	CL:0002112
CL:0002114	CD38-positive unswitched memory B cell	CL:0000970	CD38+ unswitched memory B cell|CD38+ unswitched memory B lymphocyte|CD38+ unswitched memory B-cell|CD38+ unswitched memory B-lymphocyte|CD38-positive unswitched memory B lymphocyte|CD38-positive unswitched memory B-cell|CD38-positive unswitched memory B-lymphocyte
CL:0002115	B220-positive CD38-positive unswitched memory B cell	CL:0002114
CL:0002116	B220-low CD38-positive unswitched memory B cell	CL:0002115
CL:0002117	IgG-negative class switched memory B cell	CL:4052108	IgG- class switched memory B cell|IgG- class switched memory B lymphocyte|IgG- class switched memory B-cell|IgG- class switched memory B-lymphocyte|IgG-negative class switched memory B lymphocyte|IgG-negative class switched memory B-cell|IgG-negative class switched memory B-lymphocyte
CL:0002118	CD38-negative IgG-negative class switched memory B cell	CL:0002117
CL:0002119	CD38-positive IgG-negative class switched memory B cell	CL:0002117
CL:0002120	CD24-positive CD38-negative IgG-negative class switched memory B cell	CL:0002118
CL:0002121	CD24-negative CD38-negative IgG-negative class switched memory B cell	CL:0002118
CL:0002122	B220-positive CD38-positive IgG-negative class switched memory B cell	CL:0002119
CL:0002123	B220-low CD38-positive IgG-negative class switched memory B cell	CL:0002122
CL:0002124	CD27-positive gamma-delta T cell	CL:0000800	gammadelta27-positive|gd27-positive
CL:0002125	CD27-negative gamma-delta T cell	CL:0000800	gammadelta-17 cells
CL:0002126	CD25-positive, CD27-positive immature gamma-delta T cell	CL:0000799|CL:0000893
CL:0002127	innate effector T cell	CL:0000911
CL:0002128	Tc17 cell	CL:0000908	CD8-positive Th17 cell|Tc17 CD8+ T cell|Tc17 T cell|Tc17 T lymphocyte|Tc17 T-cell|Tc17 T-lymphocyte|Th17 CD8-positive T cell|Th17 non-TFH CD8-positive T cell
CL:0002129	regular atrial cardiac myocyte	CL:0002098	atrial cardiac muscle cell|atrial myocyte|regular atrial cardiac muscle fiber|regular cardiac muscle cell of atrium
CL:0002130	regular interatrial cardiac myocyte	CL:0002098
CL:0002131	regular ventricular cardiac myocyte	CL:0002098	regular cardiac muscle cell of ventricle|regular ventricular cardiac muscle fiber|ventricular myocyte
CL:0002132	stromal cell of ovary	CL:0000499	ovarian stromal cell
CL:0002133	stromal cell of ovarian cortex	CL:0002132
CL:0002134	stromal cell of ovarian medulla	CL:0002132
CL:0002135	nonkeratinized cell of epidermis	CL:0000362
CL:0002136	type II cell of adrenal cortex	CL:0000460|CL:0002097	type II cortical cell of adrenal gland
CL:0002137	type III cell of adrenal cortex	CL:0000593|CL:0002097
CL:0002138	endothelial cell of lymphatic vessel	CL:0002139	LEC|lymphatic endothelial cell
CL:0002139	endothelial cell of vascular tree	CL:0000115	vascular endothelial cell
CL:0002140	skin sebocyte	CL:0000317|CL:0000622	acinar cell of skin sebaceous gland
CL:0002141	active chief cell of parathyroid gland	CL:0000446
CL:0002142	dark cell of eccrine sweat gland	CL:0000152|CL:0000318|CL:0000434|CL:1000448
CL:0002143	dark chief cell of parathyroid gland	CL:0000446
CL:0002144	capillary endothelial cell	CL:0002653|CL:2000008
CL:0002145	multiciliated columnar cell of tracheobronchial tree	CL:0002202|CL:4030034	ciliated columnar cell of tracheobronchial tree
CL:0002146	clear cell of eccrine sweat gland	CL:0000152|CL:0000318|CL:0000434|CL:1000448
CL:0002147	clear chief cell of parathyroid gland	CL:0000446	clear chief cell of parathyroid cell
CL:0002148	dental pulp cell	CL:0002159|CL:0002320
CL:0002149	epithelial cell of uterus	CL:0002078
CL:0002150	epithelioid macrophage	CL:0000235	epithelioid histocyte|epitheloid macrophage
CL:0002151	late promyelocyte	CL:0000836
CL:0002152	columnar cell of endocervix	CL:0000146|CL:0002535
CL:0002153	corneocyte	CL:0000225|CL:0000255|CL:0000311
CL:0002154	early promyelocyte	CL:0000836
CL:0002155	echinocyte	CL:0000595	burr cell
CL:0002157	endosteal cell	CL:0001035|CL:0002078
CL:0002158	external epithelial cell of tympanic membrane	CL:0002159
CL:0002159	general ecto-epithelial cell	CL:0002077
CL:0002160	basal external epithelial cell of tympanic membrane	CL:0002158
CL:0002161	superficial external epithelial cell of tympanic membrane	CL:0002158
CL:0002162	internal epithelial cell of tympanic membrane	CL:0002076
CL:0002163	internal pillar cell of cochlea	CL:1000191
CL:0002164	external pillar cell of cochlea	CL:1000191
CL:0002165	phalangeal cell	CL:0002490
CL:0002166	epithelial cell of Malassez	CL:0002159	epithelial cell rests of Malassez|epithelial debris of Malassez
CL:0002167	olfactory epithelial cell	CL:0000098|CL:0000206|CL:0000710|CL:0002319|CL:0002631
CL:0002168	border cell of cochlea	CL:0002315
CL:0002169	basal cell of olfactory epithelium	CL:0002167
CL:0002170	keratinized cell of the oral mucosa	CL:0000237|CL:0002336
CL:0002171	globose cell of olfactory epithelium	CL:0002169	blastema cell of olfactory epithelium
CL:0002172	interdental cell of cochlea	CL:0002315	interdental cell
CL:0002173	extraglomerular mesangial cell	CL:0000650|CL:1000618	Goormaghtigh cell|polar cushion cells
CL:0002174	follicular cell of ovary	CL:0000255
CL:0002175	primary follicular cell of ovary	CL:0002174
CL:0002176	secondary follicular cell of ovary	CL:0002174
CL:0002177	folliculostellate cell of pars distalis of adenohypophysis	CL:0000642|CL:0000710	folliculostellate cell of pars anterior of adenohypophysis
CL:0002178	epithelial cell of stomach	CL:0002251
CL:0002179	foveolar cell of stomach	CL:0000075|CL:0002180	surface mucosal cell of stomach
CL:0002180	mucous cell of stomach	CL:0000319|CL:0002178|CL:1100001
CL:0002181	mucous neck cell of gastric gland	CL:0000075|CL:0000152|CL:0002180|CL:0002659	mucous neck cell
CL:0002183	stem cell of gastric gland	CL:0000048|CL:0002178
CL:0002184	basal proper cell of olfactory epithelium	CL:0002169	horizontal basal cells
CL:0002187	basal cell of epidermis	CL:0000646|CL:0011026|CL:1000428|CL:4052061	epidermal basal cell|epidermal basal keratinocyte
CL:0002188	glomerular endothelial cell	CL:0000666|CL:0002681
CL:0002189	granular cell of epidermis	CL:0000712|CL:4052061	granular keratinocyte
CL:0002190	squamous cell of epidermis	CL:0000240|CL:4052061
CL:0002191	granulocytopoietic cell	CL:0000839
CL:0002192	metamyelocyte	CL:0000763|CL:0002191
CL:0002193	myelocyte	CL:0000763|CL:0002191
CL:0002194	monopoietic cell	CL:0000839
CL:0002195	hepatic stem cell	CL:0000048|CL:0000255
CL:0002196	hepatic oval stem cell	CL:0000255|CL:0011026	hepatic oval cell|hepatic progenitor cell|liver progenitor cell
CL:0002197	inactive chief cell of parathyoid gland	CL:0000446
CL:0002198	oncocyte	CL:0002076	oxyphil
CL:0002199	oxyphil cell of parathyroid gland	CL:0002198|CL:0002260
CL:0002200	oxyphil cell of thyroid	CL:0002198|CL:0002257	Askanazy cells|Hurthle cells
CL:0002201	renal beta-intercalated cell	CL:0005010	type B intercalated cell|type B-IC
CL:0002202	epithelial cell of tracheobronchial tree	CL:0002632
CL:0002203	tuft cell of large intestine	CL:0002253|CL:0019032	brush cell of epithelium proper of large intestine|brush cell of large intestine|tuft cell of epithelium of large intestine
CL:0002204	tuft cell	CL:0000066	brush cell|caveolated cell|fibrillovesicular cell|multivesicular cell|peculiar cell
CL:0002205	brush cell of lobular bronchiole	CL:0000082|CL:0002075
CL:0002206	brush cell of terminal bronchiole	CL:0000082|CL:0002075
CL:0002207	brush cell of trachea	CL:0000307|CL:0002075
CL:0002208	brush cell of bronchus	CL:0002075|CL:0002328
CL:0002209	intermediate epitheliocyte	CL:0002202	undifferentiated columnar cell of tracheobronchial tree
CL:0002210	red muscle cell	CL:0008046	oxidative muscle fiber|red muscle fiber
CL:0002211	type I muscle cell	CL:0000189|CL:0002210	slow twitch fiber|slow twitch muscle cell|slow twitch muscle fiber|slow-twitch muscle fiber|type 1 muscle cell|type 1 muscle fiber|type I muscle fiber
CL:0002212	type II muscle cell	CL:0000190	type 2 muscle cell|type 2 muscle fiber|type II muscle fiber
CL:0002213	white muscle cell	CL:0000190
CL:0002214	type IIa muscle cell	CL:0002210|CL:0002212	fast twitch A|fatigue resistant fast twitch muscle cell|type 2a muscle cell|type 2a muscle fiber|type IIa muscle fiber
CL:0002215	type IIb muscle cell	CL:0002212|CL:0002213	type 2b muscle cell|type 2b muscle fiber|type IIb muscle fiber
CL:0002216	intermediate muscle cell	CL:0008046
CL:0002217	intermediate trophoblast cell	CL:0000351
CL:0002218	immature dendritic epithelial T cell precursor	CL:0002404	immature DEC precursor|immature DETC precursor
CL:0002219	anchoring trophoblast	CL:0000351
CL:0002220	interstitial cell of pineal gland	CL:0000710
CL:0002221	keratinized squamous cell of esophagus	CL:0000237|CL:0000240|CL:0002252
CL:0002222	vertebrate lens cell	CL:0000066|CL:0000306
CL:0002223	anterior lens cell	CL:0002224|CL:0020029
CL:0002224	lens epithelial cell	CL:0000075|CL:0002222
CL:0002225	secondary lens fiber	CL:0011004	secondary lens fibre
CL:0002226	non-nucleated secondary lens fiber	CL:0002225	non-nucleated secondary lens fibre
CL:0002227	nucleated secondary lens fiber	CL:0002225	nucleated secondary lens fibre
CL:0002228	primary lens fiber	CL:0011004	primary lens fibre
CL:0002229	light chief cell of parathyroid gland	CL:0000446
CL:0002231	epithelial cell of prostate	CL:0002076	prostate epithelial cell
CL:0002232	epithelial cell of prostatic duct	CL:0000072|CL:0002231	ductal epithelial cell of prostate
CL:0002233	epithelial cell of prostatic acinus	CL:0002231	acinar epithelial cell of prostate
CL:0002234	basal cell of prostatic acinus	CL:0002233|CL:0002341	basal epithelial cell of prostatic acinus
CL:0002235	luminal cell of prostatic acinus	CL:0002233|CL:0002340
CL:0002236	basal epithelial cell of prostatic duct	CL:0000068|CL:0002341
CL:0002237	luminal epithelial cell of prostatic duct	CL:0000068|CL:0002340
CL:0002238	male gonocyte	CL:0000670	male primordial germ cell|testis primordial germ cell
CL:0002239	ooblast	CL:0000255|CL:0000670	ovary primordial germ cell|ovigerm
CL:0002240	marrow fibroblast	CL:0000057|CL:0010001
CL:0002241	pulmonary interstitial fibroblast	CL:0000057|CL:4030031	pulmonary myofibroblast|pulmonary septal cell
CL:0002242	nucleate cell	CL:0000000
CL:0002243	smooth muscle cell of sphincter of pupil	CL:0000358	smooth muscle fiber of sphincter of pupil
CL:0002244	squamous cell of ectocervix	CL:1001575	ectocervical squamous cell
CL:0002246	peripheral blood stem cell	CL:0000037|CL:0000080	PBSC
CL:0002247	pleural macrophage	CL:0000864
CL:0002248	pluripotent stem cell	CL:0000723
CL:0002249	primitive cardiac myocyte	CL:0000035|CL:0002078
CL:0002250	intestinal crypt stem cell	CL:0000048|CL:0002563	stem cell of intestinal crypt of Lieberkuhn
CL:0002251	epithelial cell of alimentary canal	CL:0002076
CL:0002252	epithelial cell of esophagus	CL:0002251
CL:0002253	epithelial cell of large intestine	CL:0002563
CL:0002254	epithelial cell of small intestine	CL:0002563
CL:0002255	stromal cell of endometrium	CL:0000499	endometrial stromal cell|endometrial stromal fibroblast
CL:0002256	supporting cell of carotid body	CL:0000630|CL:0000710	carotid body sustentacular cell
CL:0002257	epithelial cell of thyroid gland	CL:0000150|CL:0002076
CL:0002258	thyroid follicular cell	CL:0000163|CL:0000167|CL:0002257	follicular cell of thyroid gland|principal cell of thyroid gland|thyroid gland follicular cell|thyroid hormone secreting cell
CL:0002259	neuroepithelial stem cell	CL:0000723
CL:0002260	epithelial cell of parathyroid gland	CL:0002076
CL:0002261	endothelial cell of viscerocranial mucosa	CL:0002076
CL:0002262	endothelial cell of sinusoid	CL:0000071
CL:0002263	transitional cell of parathyroid gland	CL:0002260
CL:0002264	type A cell of stomach	CL:0002067|CL:1001517
CL:0002265	type D cell of colon	CL:0000502|CL:0009042|CL:1001588	colon D-cell|colonic delta cell|delta cell of colon
CL:0002266	type D cell of small intestine	CL:0000502|CL:0009006	delta cell of small intestine|small intestine D-cell|small intestine delta cell
CL:0002267	type D cell of stomach	CL:0000502|CL:0002659|CL:1000222	delta cell of stomach|stomach D-cell|stomach delta cell
CL:0002268	P/D1 enteroendocrine cell	CL:0000164|CL:0002269
CL:0002269	vasoactive intestinal peptide secreting cell	CL:0000167
CL:0002270	type EC2 enteroendocrine cell	CL:0000577|CL:0002272|CL:1001516
CL:0002271	type EC1 enteroendocrine cell	CL:0000505|CL:0000577|CL:1001516
CL:0002272	motilin secreting cell	CL:0000167
CL:0002273	type ECL enteroendocrine cell	CL:0000577|CL:0002274
CL:0002274	histamine secreting cell	CL:0000457
CL:0002275	pancreatic PP cell	CL:0000696|CL:0008024	PP cell of pancreatic islet|PP-cell of pancreatic islet|pancreatic polypeptide-secreting cell
CL:0002277	type I enteroendocrine cell	CL:0000167|CL:0009006	CCK cell
CL:0002278	GIP cell	CL:0000167|CL:0009006	type K enteroendocrine cell
CL:0002279	type L enteroendocrine cell	CL:0000167|CL:1001516
CL:0002280	type N enteroendocrine cell	CL:0000167|CL:0009006	N cell
CL:0002281	type S enteroendocrine cell	CL:0000167|CL:0000458|CL:0009006
CL:0002282	type TG enteroendocrine cell	CL:0000164|CL:0000509
CL:0002283	ecto-epithelial cell of viscerocranial mucosa	CL:0002159
CL:0002284	type X enteroendocrine cell	CL:0000164|CL:0005018	A-like|X/A-like
CL:0002285	type III taste bud cell	CL:0000048|CL:0000209	type 3 taste cell
CL:0002286	type II taste cell	CL:0000209	type 2 taste cell
CL:0002287	type IV taste receptor cell	CL:0000034|CL:0000209	type 4 taste cell
CL:0002288	type V taste receptor cell	CL:0000209
CL:0002289	type I taste bud cell	CL:0000209|CL:0000703	dark tongue cell|type I taste cell|type taste 1 cell
CL:0002290	Y chromosome-bearing sperm cell	CL:0000019	Y bearing sperm|Y-bearing sperm
CL:0002291	X chromosome-bearing sperm cell	CL:0000019	X bearing sperm|X-bearing sperm
CL:0002292	type I cell of carotid body	CL:0000710	glomus cell
CL:0002293	epithelial cell of thymus	CL:0002076	epithelial cell of thymus gland|epithelial reticular cell|epithelial reticular cell of thymus|thymic epithelial cell
CL:0002294	type-1 epithelial cell of thymus	CL:0002364
CL:0002295	type-6 epithelial cell of thymus	CL:0002365	cystic thymic epithelial cells|large mTEC|large medullary thymic epithelial cells
CL:0002296	type-4 epithelial cell of thymus	CL:0002364|CL:0002365	dark thymic epithelial cell
CL:0002297	type-3 epithelial cell of thymus	CL:0002364	intermediate thymic epithelial cell
CL:0002298	type-5 epithelial cell of thymus	CL:0002365	undifferentiated mTEC|undifferentiated medullary thymic epithelial cell|undifferentiated thymic epithelial cell
CL:0002299	type-2 epithelial cell of thymus	CL:0002364	pale thymic epithelial cell
CL:0002300	type-7 epithelial cell of thymus	CL:0002365	spindle shaped mTEC|spindle shaped medullary thymic epithelial cell
CL:0002301	type B synovial cell	CL:0000214|CL:0000499	fibroblast-like synoviocyte|synovial fibroblast
CL:0002302	type A synovial cell	CL:0000214|CL:0000234	type A synoviocyte
CL:0002303	pigmented ciliary epithelial cell	CL:0000529	PE cell
CL:0002304	non-pigmented ciliary epithelial cell	CL:0000710	NPE cell|nonpigmented ciliary epithelial cell
CL:0002305	epithelial cell of distal tubule	CL:0002078|CL:1000494|CL:1000615	kidney distal tubule epithelial cell
CL:0002306	epithelial cell of proximal tubule	CL:0002078|CL:1000494|CL:1000615	kidney proximal tubule epithelial cell
CL:0002307	brush border cell of the proximal tubule	CL:0000239|CL:0002306
CL:0002308	epithelial cell of skin gland	CL:0002159	epithelial cell of gland of skin
CL:0002309	corticotroph	CL:0000467|CL:0000639
CL:0002310	mammosomatotroph	CL:0000295|CL:0000439|CL:0000638
CL:0002311	mammotroph	CL:0000439|CL:0000638	epsilon-acidophil|lactotrope|lactotroph|lactotropic cell|mammotrope|mammotrophic cell|mammotropic cell
CL:0002312	somatotroph	CL:0000295|CL:0000638	somatotrope|somatotropic cell|somatrophic cell
CL:0002313	endocrine-paracrine cell of prostate gland	CL:0000150|CL:0002159	glandular cell of prostate|neuro-epithelial cell of prostate gland
CL:0002314	external supporting cell of vestibular epithelium	CL:0002316
CL:0002315	supporting cell of cochlea	CL:0001035|CL:0005014
CL:0002316	supporting cell of vestibular epithelium	CL:0005014
CL:0002317	external limiting cell of vestibular epithelium	CL:0002316
CL:0002318	peripheral blood mesothelial cell	CL:0000081|CL:0000255
CL:0002319	neural cell	CL:0000255
CL:0002320	connective tissue cell	CL:0000255
CL:0002321	embryonic cell (metazoa)	CL:0000000
CL:0002322	embryonic stem cell	CL:0000034|CL:0002321	ESC
CL:0002323	amniocyte	CL:0000349
CL:0002324	basal-myoepithelial cell of mammary gland	CL:0000185|CL:0002327	myoepithelial cell of mammary gland
CL:0002325	lactocyte	CL:0000314|CL:0002159|CL:1001586	epithelial cell of lactiferous gland|lactaction-associated mammary epithelial cell|lactation-derived mammary cell|luminal cell of alveolus of lactiferous gland|mammary alveolar epithelial cell|mammary gland alveolar epithelial cell
CL:0002326	luminal epithelial cell of mammary gland	CL:0000069|CL:0002327
CL:0002327	mammary gland epithelial cell	CL:0000066	breast epithelial cell|mammary epithelial cell
CL:0002328	bronchial epithelial cell	CL:0002202
CL:0002329	basal epithelial cell of tracheobronchial tree	CL:0002202
CL:0002330	undifferentiated cell of bronchus epithelium	CL:0002328
CL:0002332	multiciliated epithelial cell of the bronchus	CL:0002145|CL:0002328	ciliated epithelial cell of the bronchus
CL:0002333	neural crest derived adipocyte	CL:0000136
CL:0002334	preadipocyte	CL:0000057
CL:0002335	brown preadipocyte	CL:0002334
CL:0002336	buccal mucosa cell	CL:0002261
CL:0002337	keratinocyte stem cell	CL:0000048|CL:0000312|CL:0011026
CL:0002338	CD56-positive, CD161-positive immature natural killer cell, human	CL:0000823
CL:0002339	prostate stem cell	CL:0000048|CL:0002341	CD133-positive prostate epithelial cell
CL:0002340	luminal cell of prostate epithelium	CL:0002231
CL:0002341	basal cell of prostate epithelium	CL:0002231
CL:0002342	circulating endothelial cell	CL:0000115
CL:0002343	decidual natural killer cell, human	CL:0000349|CL:0000824|CL:4052028	dNK cell|decidual NK cell
CL:0002344	CD56-negative, CD161-positive immature natural killer cell, human	CL:0000823
CL:0002345	CD27-low, CD11b-low immature natural killer cell, mouse	CL:0000823
CL:0002346	Dx5-negative, NK1.1-positive immature natural killer cell, mouse	CL:0000823
CL:0002347	CD27-high, CD11b-high natural killer cell, mouse	CL:0000824
CL:0002348	CD27-low, CD11b-high natural killer cell, mouse	CL:0000824
CL:0002349	CD27-high, CD11b-low natural killer cell, mouse	CL:0000824
CL:0002350	endocardial cell	CL:0010008	endocardial endothelial cell|endothelial cell of endocardium
CL:0002351	progenitor cell of endocrine pancreas	CL:0011026	pancreatic endocrine progenitor|pancreatic islet progenitor cell
CL:0002352	gestational hematopoietic stem cell	CL:0000037
CL:0002353	fetal liver hematopoietic progenitor cell	CL:0002352
CL:0002354	yolk sac hematopoietic stem cell	CL:0002352	hemangioblast precursor
CL:0002355	primitive red blood cell	CL:0002417	primitive erythroblast|primitive erythrocyte|primitive erythroid cell
CL:0002356	primitive reticulocyte	CL:0002417	megalocyte
CL:0002357	fetal derived definitive erythrocyte	CL:0000595	macrocyte
CL:0002358	pyrenocyte	CL:0002417
CL:0002359	placental hematopoietic stem cell	CL:0002352
CL:0002360	AGM hematopoietic stem cell	CL:0002352
CL:0002361	primitive erythroid progenitor	CL:0002417	EryP-CFC|inner blood island hemangioblast
CL:0002362	cerebellar granule cell precursor	CL:0000031|CL:0002319
CL:0002363	keratocyte	CL:0000005	corneal fibroblast|corneal keratocyte
CL:0002364	cortical thymic epithelial cell	CL:0002293	cTEC
CL:0002365	medullary thymic epithelial cell	CL:0002293	mTEC
CL:0002366	myometrial cell	CL:0002601	myometrium smooth muscle cell
CL:0002367	trabecular meshwork cell	CL:0002320	trabeculocyte
CL:0002368	respiratory tract epithelial cell	CL:0002076	airway epithelial cell|respiratory epithelial cell
CL:0002369	fungal spore	CL:0000521
CL:0002370	respiratory tract goblet cell	CL:0000160|CL:0008055	respiratory goblet cell|respiratory mucosa goblet cells
CL:0002372	myotube	CL:0000737|CL:4052002	myofiber|myofibril
CL:0002373	growth hormone releasing hormone secreting cell	CL:0000167	GHRH secreting cell|somatocrinin secreting cell
CL:0002374	ear hair cell	CL:0000203|CL:0000855	ear receptor cell
CL:0002375	Schwann cell precursor	CL:0000255|CL:0011026	Schwann cell precursor cell
CL:0002376	non-myelinating Schwann cell	CL:0002573
CL:0002377	immature Schwann cell	CL:0002573
CL:0002378	immature Vgamma2-positive fetal thymocyte	CL:0002404
CL:0002379	meningothelial cell	CL:0000710	arachnoid cap cell
CL:0002380	oospore	CL:0000605
CL:0002381	uninucleate conidium	CL:0000599
CL:0002382	multinucleate conidium	CL:0000599
CL:0002383	conidium of conidiophore head	CL:0002381
CL:0002384	uninucleate macroconidium	CL:0000606|CL:0002381
CL:0002385	blastoconidium	CL:0000606
CL:0002386	multinucleate macroconidium	CL:0000606|CL:0002382
CL:0002387	arthroconidium	CL:0000606
CL:0002388	multinucleate arthroconidium	CL:0002386|CL:0002387
CL:0002389	uninucleate arthroconidium	CL:0002384|CL:0002387
CL:0002390	uninucleate blastconidium	CL:0002384|CL:0002385
CL:0002391	multinucleate blastoconidium	CL:0002385|CL:0002386
CL:0002393	intermediate monocyte	CL:0000576
CL:0002394	CD141-positive myeloid dendritic cell	CL:0000782|CL:0000784
CL:0002395	Gr1-high classical monocyte	CL:0000860|CL:0001022
CL:0002396	CD14-low, CD16-positive monocyte	CL:0000875|CL:0001054	non-classical monocyte, human
CL:0002397	CD14-positive, CD16-positive monocyte	CL:0001054	CD16+ monocyte
CL:0002398	Gr1-positive, CD43-positive monocyte	CL:0001022|CL:0002393
CL:0002399	CD1c-positive myeloid dendritic cell	CL:0000782
CL:0002400	fraction B/C precursor B cell	CL:0000817
CL:0002401	mature dendritic epithelial T cell precursor	CL:0002404	mature DEC precursor|mature DETC precursor
CL:0002402	Peyer's patch B cell	CL:0000822|CL:0009014	Peyers patch B cell
CL:0002403	mature Vgamma2-positive fetal thymocyte	CL:0002404	fetal Vgamma2-positive
CL:0002404	fetal thymocyte	CL:0000893
CL:0002405	gamma-delta thymocyte	CL:0000798|CL:0002489	gammadelta thymocyte|gd thymocyte
CL:0002406	immature Vgamma2-positive thymocyte	CL:0002405
CL:0002407	mature Vgamma2-positive thymocyte	CL:0002405	Vgamma2-positive
CL:0002408	immature Vgamma2-negative thymocyte	CL:0002405
CL:0002409	mature Vgamma2-negative thymocyte	CL:0002405	Vgamma2-negative
CL:0002410	pancreatic stellate cell	CL:0000057|CL:0002574	PaSC|pancreas stellate cell
CL:0002411	Vgamma1.1-positive, Vdelta6.3-negative thymocyte	CL:0002405	Vg1.1-positive, Vd6.3-negative T cell
CL:0002412	Vgamma1.1-positive, Vdelta6.3-positive thymocyte	CL:0002405	Vg1.1+Vd6.3+ T cell
CL:0002413	mature Vgamma1.1-positive, Vdelta6.3-negative thymocyte	CL:0002411
CL:0002414	immature Vgamma1.1-positive, Vdelta6.3-negative thymocyte	CL:0002411
CL:0002415	immature Vgamma1.1-positive, Vdelta6.3-positive thymocyte	CL:0002412	immature Vg1.1+Vd6.3+ T cell
CL:0002416	mature Vgamma1.1-positive, Vdelta6.3-positive thymocyte	CL:0002412	mature Vg1.1+Vd6.3+ T cell
CL:0002417	primitive erythroid lineage cell	CL:0000764
CL:0002418	hemangioblast	CL:0000222
CL:0002419	mature T cell	CL:0000084	CD3e-positive T cell|mature T-cell
CL:0002420	immature T cell	CL:0000084	immature T-cell
CL:0002421	nucleated reticulocyte	CL:0000558|CL:0002242
CL:0002422	enucleated reticulocyte	CL:0000225|CL:0000558
CL:0002423	DN2a thymocyte	CL:0000806
CL:0002424	DN2b thymocyte	CL:0000806
CL:0002425	early T lineage precursor	CL:0000827	ETP|preT.ETP.Th
CL:0002426	CD11b-positive, CD27-positive natural killer cell, mouse	CL:0002438
CL:0002427	resting double-positive thymocyte	CL:0000809	T.DP.sm.Th
CL:0002428	double-positive blast	CL:0000809	T.DPb.Th|activated double-positive thymocyte
CL:0002429	CD69-positive double-positive thymocyte	CL:0000809	T.DP69+.Th
CL:0002430	CD4-intermediate, CD8-positive double-positive thymocyte	CL:0000809	T.4int8+.Th|T_4int8+_Th
CL:0002431	CD4-positive, CD8-intermediate double-positive thymocyte	CL:0000809	T.4+8int.Th|T_4+8int_Th
CL:0002432	CD24-positive, CD4 single-positive thymocyte	CL:0000810	CD24-positive, CD4 single-positive semimature thymocyte|T.4SP24int.Th
CL:0002433	CD69-positive, CD4-positive single-positive thymocyte	CL:0000810	T.4SP69+.Th|intermediate CD4-single-positive
CL:0002434	CD24-positive, CD8 single-positive thymocyte	CL:0000811	CD24-positive, CD8 single-positive semimature thymocyte|T.8SP24int.Th
CL:0002435	CD69-positive, CD8-positive single-positive thymocyte	CL:0000811	T.8SP69+.Th|intermediate CD8-single-positive
CL:0002436	mature CD4 single-positive thymocyte	CL:0000624
CL:0002437	mature CD8 single-positive thymocyte	CL:0000625	T.8SP24-.Th
CL:0002438	NK1.1-positive natural killer cell, mouse	CL:0000824	NK.sp|NK1.1-positive NK cell
CL:0002439	NKGA2-positive natural killer cell, mouse	CL:0002438	NK.G2A+.SP
CL:0002440	Ly49D-positive natural killer cell, mouse	CL:0002438	NK.49D+.Sp
CL:0002441	CD94-positive natural killer cell, mouse	CL:0002438	NK.94+.Sp
CL:0002442	CD94-negative, Ly49CI-negative natural killer cell, mouse	CL:0000623	CD94- Ly49I-negative NK cell|NK.49Cl-94-.Sp
CL:0002443	Ly49CI-positive natural killer cell, mouse	CL:0002438	Ly49I-positive NK cell|NK.49Cl+.Sp
CL:0002444	Ly49H-positive natural killer cell, mouse	CL:0002438	LyH49H-positive
CL:0002445	Ly49D-negative natural killer cell, mouse	CL:0002438	NK.49D-.Sp
CL:0002446	Ly49CI-negative natural killer cell, mouse	CL:0002438	Ly49I-negative NK cell|NK.49Cl-.Sp
CL:0002447	CD94-negative natural killer cell, mouse	CL:0002438	NK.94-.Sp
CL:0002448	Ly49H-negative natural killer cell, mouse	CL:0002438	LyH49H-negative
CL:0002449	CD94-positive Ly49CI-positive natural killer cell, mouse	CL:0002441|CL:0002443	NK.49Cl+94+.Sp
CL:0002450	tether cell	CL:0002374
CL:0002451	mammary stem cell	CL:0000048
CL:0002453	oligodendrocyte precursor cell	CL:0000123|CL:0000125|CL:0011026
CL:0002454	CD4-negative, CD8-alpha-negative, CD11b-positive dendritic cell	CL:0002465	DC.8-4-11b+|spleen double-negative dendritic cell
CL:0002455	CD8-alpha-negative plasmacytoid dendritic cell	CL:0000989	DC.pDC.8-
CL:0002456	CD8-alpha-positive plasmacytoid dendritic cell	CL:0000989	DC.pDC.8+
CL:0002457	epidermal Langerhans cell	CL:0000453|CL:0002465
CL:0002458	langerin-positive dermal dendritic cell	CL:0001006|CL:0002461
CL:0002459	langerin-negative dermal dendritic cell	CL:0001006
CL:0002460	CD8-alpha-negative thymic conventional dendritic cell	CL:0000941	DC.8-.Th
CL:0002461	CD103-positive dendritic cell	CL:0000766|CL:0000990
CL:0002462	adipose dendritic cell	CL:0000766|CL:0000990|CL:0002320
CL:0002463	SIRPa-positive adipose dendritic cell	CL:0002462	DC.SIRPa+.Ad
CL:0002464	SIRPa-negative adipose dendritic cell	CL:0002462	DC.SIRPa-.Ad
CL:0002465	CD11b-positive dendritic cell	CL:0000990
CL:0002466	small intestine serosal dendritic cell	CL:0002465	DC.11cloSer.SI
CL:0002467	Gr1-high myeloid suppressor cell	CL:0000889	MDS.Gr1hi
CL:0002468	Gr1-low myeloid suppressor cell	CL:0000889	MDS.Gr1lo
CL:0002469	MHC-II-negative classical monocyte	CL:0002395	Mo.6C+II-
CL:0002470	MHC-II-positive classical monocyte	CL:0002395	Mo.6c+II
CL:0002471	MHC-II-negative non-classical monocyte	CL:0002058	Mo.6C-II-
CL:0002472	MHC-II-low non-classical monocyte	CL:0002058	Mo.6C-IIint
CL:0002473	MHC-II-high non-classical monocyte	CL:0002058	Mo.6C-II+
CL:0002474	lymphoid MHC-II-negative classical monocyte	CL:0002469
CL:0002475	lymphoid MHC-II-negative non-classical monocyte	CL:0002471
CL:0002476	bone marrow macrophage	CL:0000864|CL:0010004
CL:0002477	adipose macrophage	CL:0000864
CL:0002478	F4/80-negative adipose macrophage	CL:0002477	MF.Autofl.Ad
CL:0002479	F4/80-positive adipose macrophage	CL:0002477	MF.F480+.Ad
CL:0002480	nasal mucosa goblet cell	CL:0002370|CL:0002631
CL:0002481	peritubular myoid cell	CL:0000185|CL:0002625
CL:0002482	dermal melanocyte	CL:1000458
CL:0002483	hair follicle melanocyte	CL:0002559|CL:2000000
CL:0002484	epithelial melanocyte	CL:0000148
CL:0002485	retinal melanocyte	CL:0000148|CL:0009004
CL:0002486	strial intermediate cell	CL:0000710|CL:0002484|CL:0002491
CL:0002487	cutaneous/subcutaneous mechanoreceptor cell	CL:0000199
CL:0002488	trophoblast giant cell	CL:0000351	giant trophoblast cell
CL:0002489	double negative thymocyte	CL:0000893	CD4-CD8- T cell|double negative T cell
CL:0002490	organ of Corti supporting cell	CL:0002315
CL:0002491	auditory epithelial cell	CL:0000098
CL:0002492	strial marginal cell	CL:0002491
CL:0002493	strial basal cell	CL:0002491
CL:0002494	cardiocyte	CL:0000255	heart cell
CL:0002495	fetal cardiomyocyte	CL:0000746	embryonic cardiomyocyte|neonatal cardiomyocyte
CL:0002496	intraepithelial lymphocyte	CL:0002419	IEL|intraepithelial T cell|intraepithelial T-cell
CL:0002497	primary trophoblast giant cell	CL:0002488
CL:0002498	secondary trophoblast giant cell	CL:0002488
CL:0002499	spongiotrophoblast cell	CL:0000351	spongiotrophoblast
CL:0002500	P enteroendocrine cell	CL:0002268
CL:0002501	type D1 enteroendocrine cell	CL:0002268
CL:0002502	type M enteroendocrine cell	CL:0002272|CL:0009006
CL:0002503	adventitial cell	CL:0000630|CL:0002320
CL:0002504	enteric smooth muscle cell	CL:0000192	intestinal smooth muscle cell
CL:0002505	liver CD103-negative dendritic cell	CL:0002454	DC.103-11b+.Lv
CL:0002506	liver CD103-positive dendritic cell	CL:0002454|CL:0002461	DC.103+11b-.Lv
CL:0002507	langerin-positive lymph node dendritic cell	CL:0000990
CL:0002508	langerin-negative, CD103-negative lymph node dendritic cell	CL:0000990
CL:0002509	CD103-positive, langerin-positive lymph node dendritic cell	CL:0002454|CL:0002461|CL:0002507
CL:0002510	CD103-negative, langerin-positive lymph node dendritic cell	CL:0002454|CL:0002507
CL:0002511	CD11b-low, CD103-negative, langerin-negative lymph node dendritic cell	CL:0002454|CL:0002508
CL:0002512	CD11b-high, CD103-negative, langerin-negative lymph node dendritic cell	CL:0002454|CL:0002508
CL:0002513	Vgamma5-positive CD8-alpha alpha positive gamma-delta intraepithelial T cell	CL:0000802	tgd.vg5+.IEL
CL:0002514	Vgamma5-negative CD8-alpha alpha positive gamma-delta intraepithelial T cell	CL:0000802	tgd.vg5-.IEL
CL:0002515	interrenal norepinephrine type cell	CL:0000459|CL:0002516	interrenal noradrenaline type cell|type n interrenal cell
CL:0002516	interrenal chromaffin cell	CL:0000166
CL:0002517	interrenal epinephrin secreting cell	CL:0000454|CL:0002516	type a interrenal cell
CL:0002518	kidney epithelial cell	CL:0000066|CL:1000497
CL:0002519	interrenal epithelial cell	CL:0002518
CL:0002520	nephrocyte	CL:0002522
CL:0002521	subcutaneous adipocyte	CL:0000136	subcutaneous fat cell
CL:0002522	renal filtration cell	CL:0000255|CL:0000424
CL:0002523	mesonephric podocyte	CL:0000653	mesonephric glomerular visceral epithelial cell
CL:0002524	disseminated nephrocyte	CL:0002520
CL:0002525	metanephric podocyte	CL:0000653	metanephric glomerular visceral epithelial cell
CL:0002526	CD14-positive dermal dendritic cell	CL:0001006	CD14+ dermal DC
CL:0002527	immature CD14-positive dermal dendritic cell	CL:0001009|CL:0002526
CL:0002528	mature CD14-positive dermal dendritic cell	CL:0001010|CL:0002526
CL:0002529	CD1a-positive dermal dendritic cell	CL:0001006	CD1a+ dermal DC
CL:0002530	immature CD1a-positive dermal dendritic cell	CL:0001009|CL:0002529
CL:0002531	mature CD1a-positive dermal dendritic cell	CL:0001010|CL:0002529
CL:0002532	CD16-positive myeloid dendritic cell	CL:0000782	CD16+ mDC|CD16-mDC
CL:0002533	immature CD16-positive myeloid dendritic cell	CL:0000840|CL:0002532
CL:0002534	mature CD16-positive myeloid dendritic cell	CL:0000841|CL:0002532
CL:0002535	epithelial cell of cervix	CL:0002149	cervical canal epithelial cell|cervical canal of uterus epithelial cell|cervix epithelial cell|cervix of uterus epithelial cell|epithelial cell of cervical canal|epithelial cell of cervical canal of uterus|epithelial cell of cervix of uterus|epithelial cell of neck of uterus|epithelial cell of uterine cervix|neck of uterus epithelial cell|uterine cervix epithelial cell
CL:0002536	epithelial cell of amnion	CL:0000066	amniotic epithelial cell
CL:0002537	amnion mesenchymal stem cell	CL:0000134	amniotic membrane stem cell
CL:0002538	intrahepatic cholangiocyte	CL:1000488	small bile duct cholangiocyte
CL:0002539	aortic smooth muscle cell	CL:0019018
CL:0002540	mesenchymal stem cell of the bone marrow	CL:0000134|CL:0002092
CL:0002541	chorionic membrane mesenchymal stem cell	CL:0000134
CL:0002543	vein endothelial cell	CL:0000071	endothelial cell of vein|venous endothelial cell
CL:0002544	aortic endothelial cell	CL:1000413
CL:0002545	thoracic aorta endothelial cell	CL:0002544
CL:0002546	embryonic blood vessel endothelial progenitor cell	CL:0000222
CL:0002547	fibroblast of the aortic adventitia	CL:1000306
CL:0002548	fibroblast of cardiac tissue	CL:0000057|CL:0002494	cardiac fibroblast
CL:0002549	fibroblast of choroid plexus	CL:0000057|CL:0002319
CL:0002550	fibroblast of the conjunctiva	CL:0000057
CL:0002551	fibroblast of dermis	CL:0002620
CL:0002552	fibroblast of gingiva	CL:0000057
CL:0002553	fibroblast of lung	CL:0000057
CL:0002554	fibroblast of lymphatic vessel	CL:0000057
CL:0002555	fibroblast of mammary gland	CL:0000057
CL:0002556	fibroblast of periodontium	CL:0000057
CL:0002557	fibroblast of pulmonary artery	CL:0000057
CL:0002558	fibroblast of villous mesenchyme	CL:0000057
CL:0002559	hair follicle cell	CL:0000255
CL:0002560	inner root sheath cell	CL:0000362|CL:0002559
CL:0002561	outer root sheath cell	CL:0000362|CL:0002559
CL:0002562	hair germinal matrix cell	CL:0000362|CL:0002559	trichocyte
CL:0002563	intestinal epithelial cell	CL:0002251
CL:0002564	nucleus pulposus cell of intervertebral disc	CL:0002320
CL:0002565	iris pigment epithelial cell	CL:0000066|CL:0000342
CL:0002566	dark melanocyte	CL:0000148	melanotic melanocyte|melanotic melanophore
CL:0002567	light melanocyte	CL:0000148	amelanotic melanocyte|amelanotic melanophore
CL:0002568	mesenchymal stem cell of Wharton's jelly	CL:0002569
CL:0002569	mesenchymal stem cell of umbilical cord	CL:0000134|CL:0000349
CL:0002570	mesenchymal stem cell of adipose tissue	CL:0000134	mesenchymal stem cell of adipose
CL:0002571	hepatic mesenchymal stem cell	CL:0000134|CL:0002195
CL:0002572	vertebral mesenchymal stem cell	CL:0000134|CL:0001035
CL:0002573	Schwann cell	CL:0000125	neurolemmocyte
CL:0002574	stromal cell of pancreas	CL:0000499
CL:0002575	central nervous system pericyte	CL:0000669|CL:0002319
CL:0002576	perineurial cell	CL:0000125|CL:0002320	perineurial glial cell
CL:0002577	placental epithelial cell	CL:0000066|CL:0000349
CL:0002578	mesenteric preadipocyte	CL:0002334
CL:0002579	omentum preadipocyte	CL:0002334
CL:0002580	preadipocyte of the breast	CL:0002334|CL:4006000
CL:0002581	perirenal preadipocyte	CL:0002334
CL:0002582	visceral preadipocyte	CL:0002334
CL:0002583	subcutaneous preadipocyte	CL:0002334
CL:0002584	renal cortical epithelial cell	CL:0002518|CL:0002681
CL:0002585	retinal blood vessel endothelial cell	CL:0000071|CL:0009004
CL:0002586	retinal pigment epithelial cell	CL:0000066|CL:0000149|CL:0009004	RPE
CL:0002588	smooth muscle cell of the umbilical vein	CL:0019018
CL:0002589	smooth muscle cell of the brachiocephalic vasculature	CL:0019018
CL:0002590	smooth muscle cell of the brain vasculature	CL:0000359|CL:0002319
CL:0002591	smooth muscle cell of the pulmonary artery	CL:0019018
CL:0002592	smooth muscle cell of the coronary artery	CL:0002494|CL:0019018
CL:0002593	smooth muscle cell of the internal thoracic artery	CL:0002595
CL:0002594	smooth muscle cell of the umbilical artery	CL:0019018
CL:0002595	smooth muscle cell of the subclavian artery	CL:0019018
CL:0002596	smooth muscle cell of the carotid artery	CL:0019018
CL:0002597	smooth muscle cell of bladder	CL:0000192|CL:1001319
CL:0002598	bronchial smooth muscle cell	CL:0019019
CL:0002599	smooth muscle cell of the esophagus	CL:0000192
CL:0002600	smooth muscle cell of trachea	CL:0019019
CL:0002601	uterine smooth muscle cell	CL:0000192
CL:0002602	annulus pulposus cell	CL:0002320	anulus pulposus cell
CL:0002603	astrocyte of the cerebellum	CL:0000127|CL:2000005
CL:0002604	hippocampal astrocyte	CL:0002605|CL:1001580	astrocyte of the hippocampal formation|astrocyte of the hippocampus
CL:0002605	astrocyte of the cerebral cortex	CL:0012000|CL:1001579
CL:0002606	astrocyte of the spinal cord	CL:0000127
CL:0002607	migratory enteric neural crest cell	CL:0000333
CL:0002608	hippocampal neuron	CL:0010012
CL:0002610	raphe nuclei neuron	CL:2000029
CL:0002611	neuron of the dorsal spinal cord	CL:2000029
CL:0002612	neuron of the ventral spinal cord	CL:2000029
CL:0002613	striatum neuron	CL:0012001
CL:0002614	neuron of the substantia nigra	CL:2000029
CL:0002615	adipocyte of omentum tissue	CL:0000136	omental adipocyte|omental fat cell
CL:0002616	perirenal adipocyte	CL:0000136	perirenal adipocyte cell|perirenal fat cell
CL:0002617	adipocyte of breast	CL:0000136	breast adipocyte|fat cell of breast
CL:0002618	endothelial cell of umbilical vein	CL:0002543
CL:0002619	adult endothelial progenitor cell	CL:0000566	EPC
CL:0002620	skin fibroblast	CL:0000057
CL:0002621	gingival epithelial cell	CL:0000240|CL:1001576
CL:0002622	prostate stromal cell	CL:0000499
CL:0002623	acinar cell of salivary gland	CL:0000622|CL:1001596	salivary acinar cell|salivary gland acinar cell
CL:0002624	paneth cell of the appendix	CL:0000510|CL:1001585
CL:0002625	seminiferous tubule epithelial cell	CL:0000068|CL:0000077
CL:0002626	immature astrocyte	CL:0000127	immature astrocytic glia
CL:0002627	mature astrocyte	CL:0000127	activated astrocyte|mature astrocytic glia
CL:0002628	immature microglial cell	CL:0000129	immature microglia|quiescent microglia|resting microglia
CL:0002629	mature microglial cell	CL:0000129	activated microglia|mature microglia|reactive microglia
CL:0002630	actinomycete-type spore	CL:0000520
CL:0002631	epithelial cell of upper respiratory tract	CL:0002368
CL:0002632	epithelial cell of lower respiratory tract	CL:0002368
CL:0002633	respiratory basal cell	CL:0000646	airway basal cell|airway basal stem cell
CL:0002634	epithelial cell of anal column	CL:0002253
CL:0002635	nonkeratinized epithelial cell of anal column	CL:0002634
CL:0002636	nonkeratinized epithelial cell of inferior part of anal canal	CL:0002635|CL:1000438
CL:0002637	keratinized epithelial cell of the anal canal	CL:0000237|CL:0002634
CL:0002638	bronchioalveolar stem cell	CL:0002633	BASC|basal epithelial cell of bronchioalveolar duct junction
CL:0002639	amniotic stem cell	CL:0000134|CL:0002323
CL:0002640	amniotic epithelial stem cell	CL:0000036
CL:0002641	epithelial cell of esophageal gland proper	CL:0002657
CL:0002642	epithelial cell of esophageal cardiac gland	CL:0002657
CL:0002643	nonkeratinized cell of stratum corneum of esophageal epithelium	CL:0002654
CL:0002644	endo-epithelial cell of tympanic part of viscerocranial mucosa	CL:0002261
CL:0002645	endo-epithelial cell of pharyngotympanic part of viscerocranial mucosa	CL:0002261
CL:0002651	endothelial cell of venous sinus of spleen	CL:0002262	stave cell
CL:0002652	endothelial cell of high endothelial venule	CL:1000414	HEV cell
CL:0002653	squamous endothelial cell	CL:0000115
CL:0002654	epithelial cell of stratum corneum of esophageal epithelium	CL:0002252
CL:0002655	epithelial cell of stratum spinosum of esophageal epithelium	CL:0002252
CL:0002656	glandular endometrial unciliated epithelial cell	CL:0000150|CL:0000152|CL:0009084|CL:1001591
CL:0002657	glandular cell of esophagus	CL:0000150|CL:0002252
CL:0002658	glandular cell of the large intestine	CL:0000150|CL:0002253
CL:0002659	glandular epithelial cell of stomach	CL:0000150|CL:0002178	glandular cell of stomach
CL:0002660	luminal cell of acinus of lactiferous gland	CL:0002326
CL:0002661	luminal cell of lactiferous terminal ductal lobular unit	CL:0002662
CL:0002662	luminal cell of lactiferous duct	CL:0002326|CL:0020029
CL:0002663	myocardial endocrine cell of atrium	CL:0002074
CL:0002664	cardioblast	CL:0000048	cardiovascular progenitor cell
CL:0002665	otic fibrocyte	CL:0000255|CL:0008019
CL:0002666	type II spiral ligament fibrocyte	CL:0020005	type 2 spiral ligament fibrocyte
CL:0002667	type V spiral ligament fibrocyte	CL:0020005	type V otic fibrocyte
CL:0002668	type IV spiral ligament fibrocyte	CL:0020005	type 4 spiral ligament fibrocyte
CL:0002669	type III spiral ligament fibrocyte	CL:0020005	tension fibroblast|type 3 spiral ligament fibrocyte
CL:0002670	type I spiral ligament fibrocyte	CL:0020005	type 1 spiral ligament fibrocyte
CL:0002671	endothelial stalk cell	CL:0000071
CL:0002672	retinal progenitor cell	CL:0000048|CL:0000255
CL:0002673	tongue muscle cell	CL:0008002
CL:0002674	H minus	CL:0000521	H- cell
CL:0002675	H plus	CL:0000521
CL:0002676	neural crest derived neuroblast	CL:0000031
CL:0002677	naive regulatory T cell	CL:0000792|CL:0000898	naive regulatory T lymphocyte|naive regulatory T-cell|naive regulatory T-lymphocyte
CL:0002678	memory regulatory T cell	CL:0000792|CL:0000897
CL:0002679	natural helper lymphocyte	CL:0000542
CL:0002680	PP cell of intestine	CL:0000696|CL:1001516
CL:0002681	kidney cortical cell	CL:1000497
CL:0003001	bistratified retinal ganglion cell	CL:0000740|CL:0004247	retinal ganglion D cell
CL:0003002	G1 retinal ganglion cell	CL:0000740
CL:0003003	G2 retinal ganglion cell	CL:0000740
CL:0003004	G3 retinal ganglion cell	CL:0003001
CL:0003005	G4 retinal ganglion cell	CL:0000740
CL:0003006	G4-ON retinal ganglion cell	CL:0003005|CL:4023032
CL:0003007	G4-OFF retinal ganglion cell	CL:0003005|CL:4023033
CL:0003008	G5 retinal ganglion cell	CL:0000740
CL:0003009	G6 retinal ganglion cell	CL:0000740
CL:0003010	G7 retinal ganglion cell	CL:0003001	ON-OFF DS
CL:0003011	G8 retinal ganglion cell	CL:0000740
CL:0003012	G9 retinal ganglion cell	CL:0000740
CL:0003013	G10 retinal ganglion cell	CL:0000740
CL:0003014	G11 retinal ganglion cell	CL:0000740
CL:0003015	G11-ON retinal ganglion cell	CL:0003014|CL:4023032
CL:0003016	G11-OFF retinal ganglion cell	CL:0003014|CL:4023033
CL:0003017	retinal ganglion cell B3 outer	CL:0004183
CL:0003018	retinal ganglion cell B3 inner	CL:0004183
CL:0003020	retinal ganglion cell C outer	CL:0004116
CL:0003021	retinal ganglion cell C4	CL:0003020
CL:0003022	retinal ganglion cell C5	CL:0003020
CL:0003023	retinal ganglion cell C6	CL:0003020
CL:0003024	retinal ganglion cell C inner	CL:0004116
CL:0003025	retinal ganglion cell C3	CL:0003024
CL:0003026	retinal ganglion cell D1	CL:0003001
CL:0003027	retinal ganglion cell D2	CL:0003001
CL:0003028	M1 retinal ganglion cell	CL:0000740
CL:0003029	M2 retinal ganglion cell	CL:0000740
CL:0003030	M3 retinal ganglion cell	CL:0000740
CL:0003031	M3-ON retinal ganglion cell	CL:0003030|CL:4023032
CL:0003032	M3-OFF retinal ganglion cell	CL:0003030|CL:4023033
CL:0003033	M4 retinal ganglion cell	CL:0000740
CL:0003034	M5 retinal ganglion cell	CL:0000740
CL:0003035	M6 retinal ganglion cell	CL:0000740
CL:0003036	M7 retinal ganglion cell	CL:0000740
CL:0003037	M7-ON retinal ganglion cell	CL:0003036|CL:4023032
CL:0003038	M7-OFF retinal ganglion cell	CL:0003036|CL:4023033
CL:0003039	M8 retinal ganglion cell	CL:0000740
CL:0003040	M9 retinal ganglion cell	CL:0000740
CL:0003041	M9-ON retinal ganglion cell	CL:0003040|CL:4023032
CL:0003042	M9-OFF retinal ganglion cell	CL:0003040|CL:4023033
CL:0003043	M10 retinal ganglion cell	CL:0000740
CL:0003044	M11 retinal ganglion cell	CL:0003001
CL:0003045	M12 retinal ganglion cell	CL:0003001
CL:0003046	M13 retinal ganglion cell	CL:0003001
CL:0003047	M14 retinal ganglion cell	CL:0003001
CL:0003048	L cone cell	CL:0000573	L cone|L-cone|long wavelength sensitive cone|long- (L) wavelength-sensitive cone|long-wavelength cone
CL:0003049	M cone cell	CL:0000573	M cone|M-cone|middle wavelength sensitive cone|middle- (M) wavelength-sensitive cone|middle-wavelength-sensitive (M) cone
CL:0003050	S cone cell	CL:0000573	S cone|S-(short-wavelength sensitive) cone|S-cone|S-cone photoreceptor|short wavelength sensitive cone|short- (S) wavelength-sensitive cone|short-wavelength sensitive cone|short-wavelength-sensitive (S) cone
CL:0003051	UV cone cell	CL:0000573
CL:0004001	local interneuron	CL:0000099
CL:0004115	retinal ganglion cell B	CL:0000740
CL:0004116	retinal ganglion cell C	CL:0000740
CL:0004117	alpha retinal ganglion cell (Mmus)	CL:0000740	alpha cell|retinal ganglion cell A
CL:0004119	retinal ganglion cell B1	CL:0004115	retinal ganglion cell B4
CL:0004120	retinal ganglion cell A1	CL:0004117	inner alpha retinal ganglion cell
CL:0004121	retinal ganglion cell B2	CL:0004115
CL:0004124	retinal ganglion cell C1	CL:0003024
CL:0004125	retinal ganglion cell C2 inner	CL:0003024
CL:0004126	retinal ganglion cell C2 outer	CL:0003020
CL:0004137	retinal ganglion cell A2 inner	CL:0004138
CL:0004138	retinal ganglion cell A2	CL:0004117	outer alpha retinal ganglion cell
CL:0004139	retinal ganglion cell A2 outer	CL:0004138
CL:0004161	510 nm-cone	CL:0003049
CL:0004162	360 nm-cone	CL:0003051
CL:0004183	retinal ganglion cell B3	CL:0004115
CL:0004213	type 3a cone bipolar cell	CL:0000755
CL:0004214	type 3b cone bipolar cell	CL:0000755
CL:0004215	type 5a cone bipolar cell	CL:0000757
CL:0004216	type 5b cone bipolar cell	CL:0000757
CL:0004217	H1 horizontal cell	CL:0000745	A Horizontal Cell
CL:0004218	H2 horizontal cell	CL:0000745	B Horizontal Cell
CL:0004219	A2 amacrine cell	CL:0004250|CL:0004251|CL:4030028
CL:0004220	flag amacrine cell	CL:0004251
CL:0004221	flag A amacrine cell	CL:0004220|CL:4030028
CL:0004222	flag B amacrine cell	CL:0004220|CL:4030028
CL:0004223	AB diffuse-1 amacrine cell	CL:0004251
CL:0004224	AB diffuse-2 amacrine cell	CL:0004251|CL:4030028
CL:0004225	spider amacrine cell	CL:0004251
CL:0004226	monostratified amacrine cell	CL:0004246|CL:0004251
CL:0004227	flat bistratified amacrine cell	CL:0004250|CL:0004251|CL:4030028
CL:0004228	broad diffuse amacrine cell	CL:0004251
CL:0004229	A2-like amacrine cell	CL:0004250|CL:0004251
CL:0004230	diffuse bistratified amacrine cell	CL:0004250|CL:0004251
CL:0004231	recurving diffuse amacrine cell	CL:0004251
CL:0004232	starburst amacrine cell	CL:0008061|CL:4030027
CL:0004233	DAPI-3 amacrine cell	CL:0004250|CL:0004252|CL:4030028
CL:0004234	diffuse multistratified amacrine cell	CL:0004252
CL:0004235	AB broad diffuse-1 amacrine cell	CL:0004252|CL:4030027
CL:0004236	AB broad diffuse-2 amacrine cell	CL:0004252|CL:4030027
CL:0004237	fountain amacrine cell	CL:0004252|CL:4030027
CL:0004238	asymmetric bistratified amacrine cell	CL:0004250|CL:0004252
CL:0004239	wavy bistratified amacrine cell	CL:0004250|CL:0004252
CL:0004240	WF1 amacrine cell	CL:0004253
CL:0004241	WF2 amacrine cell	CL:0004253
CL:0004242	WF3-1 amacrine cell	CL:0004253
CL:0004243	WF3-2 amacrine cell	CL:0004253
CL:0004244	WF4 amacrine cell	CL:0004253
CL:0004245	indoleamine-accumulating amacrine cell	CL:0000850|CL:0004253|CL:4030027
CL:0004246	monostratified cell	CL:2000029
CL:0004247	bistratified cell	CL:2000029
CL:0004250	bistratified retinal amacrine cell	CL:0000561|CL:0004247
CL:0004251	narrow field retinal amacrine cell	CL:0000561
CL:0004252	medium field retinal amacrine cell	CL:0000561
CL:0004253	wide field retinal amacrine cell	CL:0000561
CL:0005000	spinal cord interneuron	CL:0000099
CL:0005001	iridoblast	CL:0000255|CL:0011026
CL:0005002	xanthoblast	CL:0000255|CL:0011026
CL:0005003	leucoblast	CL:0000255|CL:0011026
CL:0005004	pigment erythroblast	CL:0000255|CL:0011026
CL:0005005	cyanoblast	CL:0000255|CL:0011026
CL:0005006	ionocyte	CL:0000066
CL:0005007	Kolmer-Agduhr neuron	CL:0005000|CL:0011005	KA cell|KA interneuron|KA neuron|Kolmer-Agduhr cell
CL:0005008	macular hair cell	CL:0000202|CL:0002374
CL:0005009	renal principal cell	CL:0000075|CL:0002518
CL:0005010	renal intercalated cell	CL:0000075|CL:0002078|CL:1000449	intercalated cell
CL:0005011	renal alpha-intercalated cell	CL:0005010	type A intercalated cell|type A-IC
CL:0005012	multiciliated epithelial cell	CL:0000067|CL:0000075	multi-ciliated epithelial cell
CL:0005013	single ciliated epithelial cell	CL:0000067
CL:0005014	auditory epithelial supporting cell	CL:0000630|CL:0000710|CL:0002491	auditory epithelial support cell
CL:0005015	inner phalangeal cell	CL:0002165
CL:0005018	ghrelin secreting cell	CL:0000167
CL:0005019	pancreatic epsilon cell	CL:0005018|CL:0008024	pancreatic E cell
CL:0005020	lymphangioblast	CL:0000048|CL:4033054
CL:0005021	mesenchymal lymphangioblast	CL:0000134|CL:0005020
CL:0005022	vascular lymphangioblast	CL:0005020
CL:0005023	branchiomotor neuron	CL:0015000	branchi motor neuron|special visceral motor neuron
CL:0005024	somatomotor neuron	CL:0000100|CL:0000108	somatic motor neuron
CL:0005025	visceromotor neuron	CL:0000100	general visceral motor neuron
CL:0005026	hepatoblast	CL:0000048
CL:0007000	preameloblast	CL:0000255|CL:0011026
CL:0007001	skeletogenic cell	CL:0000000	scleroblast
CL:0007002	precementoblast	CL:0000255|CL:0011026
CL:0007003	preodontoblast	CL:0000255|CL:0011026
CL:0007004	premigratory neural crest cell	CL:0000255|CL:0011012
CL:0007005	notochordal cell	CL:0000255
CL:0007006	chordamesodermal cell	CL:0000222	axial mesodermal cell
CL:0007007	notochordal sheath cell	CL:0007005
CL:0007008	notochordal vacuole cell	CL:0007005	chordablast|chordoblast
CL:0007009	prechondroblast	CL:0011026
CL:0007010	preosteoblast	CL:0001035|CL:0002320|CL:0011026	osteoprogenitor cell
CL:0007011	enteric neuron	CL:0000029|CL:0000107
CL:0007012	non-terminally differentiated odontoblast	CL:0000060|CL:0011026
CL:0007013	terminally differentiated odontoblast	CL:0000060
CL:0007016	adaxial cell	CL:0000680
CL:0007017	Stiftchenzellen	CL:0000206
CL:0007018	epidermal ciliary cell	CL:0000064|CL:0002321
CL:0007019	epidermal mucus secreting cell	CL:0000319
CL:0007020	bottle cell	CL:0000007
CL:0007021	alarm substance cell	CL:0000151|CL:0000255	alarm substance secreting cell|club cell (zebrafish)
CL:0007022	micropylar cell	CL:0002174	plug cell
CL:0007023	flask cell	CL:0000255
CL:0008000	non-striated muscle cell	CL:0000187
CL:0008001	hematopoietic precursor cell	CL:0000988	HSPC
CL:0008002	skeletal muscle fiber	CL:0000188|CL:0002372
CL:0008003	somatic muscle myotube	CL:0002372|CL:0008004
CL:0008004	somatic muscle cell	CL:0000187
CL:0008005	obliquely striated somatic muscle cell	CL:0000226|CL:0000444|CL:0008004
CL:0008006	muscle founder cell	CL:0008018
CL:0008007	visceral muscle cell	CL:0000187
CL:0008008	striated visceral muscle cell	CL:0000737|CL:0008007
CL:0008009	transversely striated visceral muscle cell	CL:0008008
CL:0008010	cranial somatomotor neuron	CL:0005024|CL:0015000
CL:0008011	skeletal muscle satellite stem cell	CL:0000035|CL:0000594
CL:0008012	quiescent skeletal muscle satellite cell	CL:0000594
CL:0008013	cranial visceromotor neuron	CL:0005025|CL:0015000|CL:2000029
CL:0008015	inhibitory motor neuron	CL:0000100
CL:0008016	activated skeletal muscle satellite cell	CL:0000594
CL:0008017	adult skeletal muscle myoblast	CL:0000188|CL:0000515
CL:0008018	somatic muscle myoblast	CL:0000056
CL:0008019	mesenchymal cell	CL:0000219	mesenchyme cell
CL:0008020	skeletal muscle satellite myogenic cell	CL:0000594
CL:0008021	anterior lateral line ganglion neuron	CL:2000031
CL:0008022	endocardial cushion cell	CL:0000569|CL:0002494
CL:0008024	pancreatic endocrine cell	CL:0000083|CL:0000164	islet cell|endocrine cell of pancreas
CL:0008025	noradrenergic neuron	CL:0000459|CL:4033050
CL:0008026	open tracheal system tracheocyte	CL:0000066
CL:0008027	rod bipolar cell (sensu Mus)	CL:0000751
CL:0008028	visual system neuron	CL:0000540
CL:0008031	cortical interneuron	CL:0000099|CL:0010012	cerebral cortex interneuron
CL:0008032	rosehip neuron	CL:0010011
CL:0008033	decidual pericyte	CL:0000349|CL:2000078	decidual perivascular cell
CL:0008034	mural cell	CL:4033054
CL:0008035	microcirculation associated smooth muscle cell	CL:0000359|CL:0008034
CL:0008036	extravillous trophoblast	CL:0000351	EVT|extravillous cytotrophloblast
CL:0008037	gamma motor neuron	CL:0008039	fusimotor neuron
CL:0008038	alpha motor neuron	CL:0008039	alpha motoneuron
CL:0008039	lower motor neuron	CL:0005024
CL:0008040	squamous endothelial cell of venule	CL:0002653|CL:1000414
CL:0008041	mesothelial cell of intestine	CL:0000077
CL:0008042	tanycyte of subfornical organ	CL:0002085	tanycyte-like cell of subfornical organ
CL:0008044	tanycyte of area postrema	CL:0002085	tanycyte-like cell of area postrema
CL:0008045	tanycyte of subcommissural organ	CL:0002085	tanycyte-like cell of subcommissural organ
CL:0008046	extrafusal muscle fiber	CL:0008002	myofibra extrafusalis
CL:0008047	intrafusal muscle fiber	CL:0002319|CL:0008002	myofibra intrafusalis
CL:0008048	upper motor neuron	CL:0000100|CL:0000679
CL:0008049	Betz cell	CL:2000049|CL:4023041	pyramidal cell of Betz
CL:0008053	circumventricular organ capillary endothelial cell	CL:0000666|CL:0002144|CL:2000044
CL:0008055	respiratory tract secretory epithelial cell	CL:0002368|CL:1100001
CL:0008059	GABA-Gly neuron	CL:0000617|CL:1001509
CL:0008060	GABA-Glut neuron	CL:0000617|CL:0000679
CL:0008061	GABA-Chol neuron	CL:0000108|CL:0000617
CL:0009000	sensory neuron of spinal nerve	CL:3000004	spinal sensory neuron
CL:0009001	compound eye retinal cell	CL:0009004
CL:0009002	inflammatory cell	CL:0000000
CL:0009003	larval midgut cell	CL:0000255
CL:0009004	retinal cell	CL:0002319
CL:0009005	salivary gland cell	CL:0000255
CL:0009006	enteroendocrine cell of small intestine	CL:1001516|CL:1001598	small intestine enteroendocrine cell
CL:0009007	gastrointestinal tract (lamina propria) macrophage of small intestine	CL:0000865	small intestine lamina propria resident macrophage
CL:0009008	gastrointestinal tract (lamina propria) macrophage of large intestine	CL:0000865	large intestine lamina propria resident macrophage
CL:0009009	paneth cell of colon	CL:0000510|CL:1001588	paneth cell of epithelium of colon|paneth-like cell
CL:0009010	transit amplifying cell	CL:0000000	transient amplifying cell|transit amplifying progenitor cell|transit-amplifying cell
CL:0009011	transit amplifying cell of colon	CL:0002253|CL:4047017	colon transit amplifying cell|transient amplifying cell of colon|transient amplifying cell of crypt of Lieberkuhn of colon|transit amplifying cell of crypt of Lieberkuhn of colon|transit-amplifying cell of colon
CL:0009012	transit amplifying cell of small intestine	CL:0002254|CL:4047017	small intestine transit amplifying cell|transient amplifying cell of crypt of Lieberkuhn of small intestine|transient amplifying cell of small intestine|transit amplifying cell of crypt of Lieberkuhn of small intestine|transit-amplifying cell of small intestine
CL:0009013	fetal hepatobiliary progenitor cell	CL:0000255|CL:0011026	HHyP cell|fetal hepatobiliary hybrid progenitor cell
CL:0009014	Peyer's patch lymphocyte	CL:0000542	Peyer's patch resident lymphocyte
CL:0009015	Peyer's patch follicular dendritic cell	CL:0000442
CL:0009016	intestinal crypt stem cell of large intestine	CL:0002250|CL:0002253	stem cell of large intestine crypt of Lieberkuhn
CL:0009017	intestinal crypt stem cell of small intestine	CL:0002250|CL:0002254	stem cell of small intestine crypt of Lieberkuhn
CL:0009018	lymphocyte of large intestine lamina propria	CL:0000542	lamina propria lymphocyte of large intestine
CL:0009019	nephrogenic zone cell	CL:0002681	cortical nephrogenic niche cell|cortical nephrogenic zone cell
CL:0009020	tuft cell of appendix	CL:0002203	appendix tuft cell|tuft cell of appendix vermiformis|tuft cell of vermiform appendix
CL:0009021	stromal cell of lamina propria of large intestine	CL:0000499
CL:0009022	stromal cell of lamina propria of small intestine	CL:0000499
CL:0009023	small intestine Peyer's patch T cell	CL:0002419|CL:0009014	T cell of Peyer's patch of small intestine|T cell of small intestine Peyer's patch
CL:0009024	mesothelial cell of small intestine	CL:0008041
CL:0009025	mesothelial cell of colon	CL:0008041
CL:0009026	enterocyte of appendix	CL:0002071|CL:1000405	appendix enterocyte|enterocyte of appendix vermiformis|enterocyte of vermiform appendix
CL:0009027	transit amplifying cell of appendix	CL:0002253|CL:4047017	appendix transit amplifying cell|transit amplifying cell of appendix vermiformis|transit amplifying cell of vermiform appendix
CL:0009028	intestinal crypt stem cell of appendix	CL:0009016	appendix intestinal crypt stem cell|intestinal crypt stem cell of appendix vermiformis|intestinal crypt stem cell of vermiform appendix|stem cell of intestinal crypt of Lieberkuhn of appendix|stem cell of intestinal crypt of Lieberkuhn of appendix vermiformis
CL:0009029	mesothelial cell of appendix	CL:0008041	appendix mesothelial cell|mesothelial cell of appendix vermiformis|mesothelial cell of vermiform appendix
CL:0009030	enteroendocrine cell of appendix	CL:1000405|CL:1001516	appendix enteroendocrine cell|enteroendocrine cell of appendix vermiformis|enteroendocrine cell of vermiform appendix
CL:0009031	T cell of appendix	CL:0000084	T cell of appendix vermiformis|T cell of vermiform appendix|appendix T cell
CL:0009032	B cell of appendix	CL:0000236	B cell of appendix vermiformis|B cell of vermiform appendix|appendix B cell
CL:0009033	plasma cell of appendix	CL:0000786	appendix plasma cell|plasma cell of appendix vermiformis|plasma cell of vermiform appendix
CL:0009034	dendritic cell of appendix	CL:0000451	appendix dendritic cell|dendritic cell of appendix vermiformis|dendritic cell of vermiform appendix
CL:0009035	stromal cell of lamina propria of vermiform appendix	CL:0009021	stromal cell of appendix lamina propria|stromal cell of lamina propria of appendix vermiformis
CL:0009036	appendix macrophage	CL:0000235	macrophage of appendix|macrophage of appendix vermiformis|macrophage of vermiform appendix
CL:0009037	lymph node mantle zone B cell	CL:0000236	mantle zone B cell of lymph node
CL:0009038	colon macrophage	CL:0000235	macrophage of colon
CL:0009039	colon goblet cell	CL:0011108|CL:1000320	goblet cell of colon
CL:0009040	stromal cell of lamina propria of colon	CL:0009021	stromal cell of colon lamina propria
CL:0009041	tuft cell of colon	CL:0002203|CL:0011108	colon tuft cell
CL:0009042	enteroendocrine cell of colon	CL:0011108|CL:1001516	colon enteroendocrine cell
CL:0009043	intestinal crypt stem cell of colon	CL:0009016
CL:0009044	lymphocyte of small intestine lamina propria	CL:0000542	gastrointestinal tract (lamina propria) lymphocyte of small intestine|lamina propria lymphocyte of small intestine|small intestine lamina propria lymphocyte
CL:0009045	B cell of medullary sinus of lymph node	CL:0000236
CL:0009046	T cell of medullary sinus of lymph node	CL:0000084
CL:0009047	macrophage of medullary sinus of lymph node	CL:0000235	lymph node medullary sinus macrophage
CL:0009048	anorectum macrophage	CL:0000235	macrophage of anorectum
CL:0009049	smooth muscle cell of high endothelial venule of lymph node	CL:0008035|CL:0019018	high endothelial venule of lymph node smooth muscle cell
CL:0009050	B cell of anorectum	CL:0000236
CL:0009051	T cell of anorectum	CL:0000084
CL:0009052	smooth muscle cell of anorectum	CL:1000279	anorectum smooth muscle cell
CL:0009053	stromal cell of anorectum lamina propria	CL:0009021
CL:0009054	microfold cell of epithelium proper of anorectum	CL:1000360	M cell of anorectum
CL:0009055	paneth cell of anorectum	CL:0000510|CL:0002658	anorectum paneth cell
CL:0009056	transit amplifying cell of anorectum	CL:0002253|CL:4047017	anorectum transit amplifying cell
CL:0009057	anorectum goblet cell	CL:1000320	goblet cell of anorectum
CL:0009058	enterocyte of anorectum	CL:0002071	anorectum enterocyte
CL:0009059	plasma cell of medullary sinus of lymph node	CL:0000786
CL:0009060	marginal zone B cell of lymph node	CL:0000785	lymph node marginal zone B cell
CL:0009061	intestinal crypt stem cell of anorectum	CL:0009016	anorectum intestinal crypt stem cell
CL:0009062	germinal center T cell	CL:0002038	T follicular helper cell of germinal center of lymph node|T follicular helper cell of lymph node germinal center|lymph node germinal center T follicular helper cell
CL:0009063	enteroendocrine cell of anorectum	CL:0002253|CL:1001516	anorectum enteroendocrine cell
CL:0009064	lymph node paracortex T cell	CL:0000084	T cell of lymph node paracortex
CL:0009065	tuft cell of anorectum	CL:0002203	anorectum tuft cell
CL:0009066	stratified squamous epithelial cell of anal canal	CL:0000240|CL:0002253	anal canal stratified squamous epithelial cell
CL:0009067	vacuolated fetal-type enterocyte	CL:0000584|CL:0002254
CL:0009068	CD8aa(I) thymocyte	CL:0000893
CL:0009069	CD8aa(II) thymocyte	CL:0000893
CL:0009070	corticomedullary thymic epithelial cell	CL:0002293
CL:0009071	medullary thymic epithelial cell type 1	CL:0002365
CL:0009072	medullary thymic epithelial cell type 2	CL:0002365
CL:0009073	medullary thymic epithelial cell type 3	CL:0002365	corneocyte-like mTECs|corneocyte-like medullary thymic epithelial cell|post-Aire cell
CL:0009074	medullary thymic epithelial cell type 4	CL:0002365
CL:0009075	myo-medullary thymic epithelial cell	CL:0002365
CL:0009076	neuro-medullary thymic epithelial cell	CL:0002365
CL:0009077	subcapsular thymic epithelial cell	CL:0002364
CL:0009078	thymic fibroblast type 1	CL:0000057|CL:4030001	thymic capsular fibroblast
CL:0009079	thymic fibroblast type 2	CL:0000057|CL:4030001	thymic interlobular fibroblast
CL:0009080	tuft cell of small intestine	CL:0002254|CL:0019032	brush cell of epithelium of small intestine|brush cell of epithelium proper of small intestine|brush cell of small intestine|tuft cell of epithelium of small intestine
CL:0009081	specified double negative thymocyte (Homo sapiens)	CL:0002489
CL:0009082	committed double negative thymocyte (Homo sapiens)	CL:0002489
CL:0009083	rearranging double negative thymocyte (Homo sapiens)	CL:0002489
CL:0009084	glandular epithelial cell of endometrium	CL:0002149	endometrial glandular epithelial cell|epithelial cell of endometrial gland
CL:0009085	colony forming unit – Hill cell	CL:0002619	CFU-Hill
CL:0009086	endothelial cell of respiratory system lymphatic vessel	CL:0002138
CL:0009087	fused extravillous trophoblast	CL:0008036	fused EVT
CL:0009088	circulating angiogenic cell	CL:0002619
CL:0009089	lung pericyte	CL:0000669	lung pericyte cell|pulmonary pericyte
CL:0009090	endothelial colony forming cell	CL:0002619	ECFC
CL:0009091	Leydig stem cell	CL:0000034|CL:4030031	stem Leydig cell
CL:0009092	endothelial cell of placenta	CL:0000115	placental endothelial cell
CL:0009093	smooth muscle cell of placenta	CL:0000192	placental smooth muscle cell
CL:0009094	endothelial cell of hepatic portal vein	CL:0002543
CL:0009095	endothelial cell of uterus	CL:0000115	uterine endothelial cell
CL:0009096	esophagus non-keratinized squamous epithelial cell	CL:0000238|CL:0002252	esophageal non-keratinized squamous epithelial cell|esophageal nonkeratinized squamous epithelial cell|esophagus non-keratinizing squamous epithelial cell|esophagus nonkeratinizing squamous epithelial cell|non-keratinized squamous epithelial cell of esophagus|non-keratinizing squamous epithelial cell of esophagus|nonkeratinized squamous epithelial cell of esophagus|nonkeratinizing squamous epithelial cell of esophagus
CL:0009097	embryonic skeletal muscle fiber	CL:0008002
CL:0009098	fetal and neonatal skeletal muscle fiber	CL:0008002
CL:0009099	fibro/adipogenic progenitor cell	CL:0008019|CL:0011026	fibro/adipogenic progenitor
CL:0009100	hepatic portal fibroblast	CL:0000057
CL:0009101	fibroblastic reticular cell	CL:0000186|CL:0000432
CL:0009102	lymph node fibroblastic reticular cell	CL:0009101
CL:0009103	lymph node marginal reticular cell	CL:0009102
CL:0009104	B cell zone reticular cell	CL:0009102	lymph node germinal center dark zone fibroblastic reticular cell
CL:0009105	T cell zone reticular cell	CL:0009102	lymph node T cell domain fibroblastic reticular cell
CL:0009106	medullary reticular cell	CL:0009102	lymph node medullary reticular cell|medullary reticular cell of lymph node
CL:0009107	lymphatic endothelial cell of subcapsular sinus ceiling	CL:0009115	lymphatic endothelial cell of subcapsular sinus ceiling of lymph node
CL:0009108	lymphatic endothelial cell of subcapsular sinus floor	CL:0009115	lymphatic endothelial cell of subcapsular sinus floor of lymph node
CL:0009109	lymphatic endothelial cell of trabecula	CL:0009115	lymphatic endothelial cell of lymph node trabecula|lymphatic endothelial cell of trabeculae
CL:0009110	lymphatic endothelial cell of medulla ceiling	CL:0009115	lymphatic endothelial cell of lymph node medulla ceiling
CL:0009111	centrocyte	CL:0000844	lymph node centrocyte
CL:0009112	centroblast	CL:0000844	lymph node centroblast
CL:0009113	T follicular regulatory cell	CL:0000815	follicular regulatory T cell
CL:0009114	monocytoid B cell	CL:0000236
CL:0009115	lymph node lymphatic vessel endothelial cell	CL:0002138
CL:0009116	progenitor cell of mammary luminal epithelium	CL:0000255|CL:0011026	progenitor cell of luminal mammary epithelium
CL:0010000	keratinized cell of hair follicle	CL:2000092
CL:0010001	stromal cell of bone marrow	CL:0000499|CL:0002092	bone marrow stromal cell
CL:0010002	epithelial cell of umbilical artery	CL:0000066	umbilical artery epithelial cell
CL:0010004	mononuclear cell of bone marrow	CL:0000842|CL:1001610	bone marrow mononuclear cell
CL:0010005	atrioventricular bundle cell	CL:0010007	AV bundle cell
CL:0010006	cardiac blood vessel endothelial cell	CL:0000071|CL:0010008
CL:0010007	His-Purkinje system cell	CL:0002494
CL:0010008	cardiac endothelial cell	CL:0000115|CL:0002494
CL:0010009	camera-type eye photoreceptor cell	CL:0000287|CL:0009004	camera type eye photoreceptor cell
CL:0010010	cerebellar stellate cell	CL:0000691|CL:4042035
CL:0010011	cerebral cortex GABAergic interneuron	CL:0008031|CL:0011005
CL:0010012	cerebral cortex neuron	CL:0012001	cortical neuron|neuron of cerebral cortex
CL:0010013	type I pinealocyte	CL:0000652	light pinealocyte
CL:0010014	type II pinealocyte	CL:0000652	dark pinealocyte
CL:0010015	coronet cell	CL:0000066
CL:0010016	collar cell	CL:0000064
CL:0010017	zygote	CL:0000000
CL:0010020	cardiac glial cell	CL:0000125|CL:0002494
CL:0010021	cardiac myoblast	CL:0000056
CL:0010022	cardiac neuron	CL:2000032
CL:0011000	dorsal horn interneuron	CL:0002611|CL:0005000
CL:0011001	spinal cord motor neuron	CL:0000100|CL:2000029
CL:0011002	lateral motor column neuron	CL:0011001
CL:0011003	magnocellular neurosecretory cell	CL:0000165|CL:0012001	magnocellular neuron
CL:0011004	lens fiber cell	CL:0002222	lens fibre cell
CL:0011005	GABAergic interneuron	CL:0000498|CL:0000617	GABAergic inhibitory interneuron
CL:0011006	Lugaro cell	CL:0008059|CL:4072102
CL:0011007	paraxial cell	CL:0000222	paraxial mesoderm cell|somitic mesoderm cell
CL:0011008	embryonic hemocyte	CL:0000387
CL:0011009	embryonic plasmatocyte	CL:0000394|CL:0011008
CL:0011010	lateral mesodermal cell	CL:0000222
CL:0011011	intermediate mesodermal cell	CL:0000222
CL:0011012	neural crest cell	CL:0000048|CL:0002321
CL:0011013	motile sperm cell	CL:0000019|CL:0000219
CL:0011014	non-motile sperm cell	CL:0000019
CL:0011015	amoeboid sperm cell	CL:0011013
CL:0011016	flagellated sperm cell	CL:0011013
CL:0011017	vagal neural crest cell	CL:0011012
CL:0011018	lymphoid tissue–inducer cell	CL:0001071	LTi|lymphoid tissue inducer cell
CL:0011019	mesothelial cell of epicardium	CL:0000077|CL:0002494
CL:0011020	neural progenitor cell	CL:0000255|CL:0011026
CL:0011021	fibroblast of upper back skin	CL:0011022
CL:0011022	fibroblast of skin of back	CL:0002620
CL:0011023	CD25+ mast cell	CL:0001063	CD25+ neoplastic mast cell
CL:0011024	double negative T regulatory cell	CL:0002489	CD4-negative, CD8-negative, alpha-beta regulatory T cells|DN Treg|double-negative alpha-beta regulatory T cell
CL:0011025	exhausted T cell	CL:0000911	Tex cell
CL:0011026	progenitor cell	CL:0011115	precursor cell
CL:0011027	skeletal muscle fibroblast	CL:0000188|CL:1001609	skeleton muscle fibroblast
CL:0011028	olfactory ensheathing cell	CL:0000125	OEC
CL:0011029	cnidocyte	CL:0000151|CL:0000255	cnidoblast|nematocyte
CL:0011030	dermal microvascular endothelial cell	CL:2000008|CL:2000010	DMEC cell|dermal microvascular endothelium cell
CL:0011031	monocyte-derived dendritic cell	CL:0000782	MDDC cell
CL:0011032	lysosome-rich enterocyte	CL:0000584	LRE
CL:0011100	galanergic neuron	CL:0000540
CL:0011101	chorionic trophoblast cell	CL:0000351
CL:0011102	parasympathetic neuron	CL:0000107
CL:0011103	sympathetic neuron	CL:0000107
CL:0011104	interplexiform cell	CL:0000099|CL:0000748
CL:0011105	dopamanergic interplexiform cell	CL:0000700|CL:0011104
CL:0011106	GABAnergic interplexiform cell	CL:0008060|CL:0011005|CL:0011104
CL:0011108	colon epithelial cell	CL:0002253	colonic epithelial cell
CL:0011109	hypocretin-secreting neuron	CL:0000151|CL:0000540	orexin
CL:0011110	histaminergic neuron	CL:0000540|CL:0002274
CL:0011111	hypothalamic gonadotropin-releasing hormone neuron	CL:0000165|CL:0012001	GnRH neuron|GnRH-secreting neuron
CL:0011113	spiral ganglion neuron	CL:2000032
CL:0011114	segmented neutrophil of bone marrow	CL:0000096|CL:1001610
CL:0011115	precursor cell	CL:0000000
CL:0012000	astrocyte of the forebrain	CL:0000127|CL:2000005	forebrain astrocyte
CL:0012001	neuron of the forebrain	CL:2000029	forebrain neuron
CL:0013000	forebrain radial glial cell	CL:0000681
CL:0015000	cranial motor neuron	CL:0000100	cranial motoneuron
CL:0017000	pulmonary ionocyte	CL:0000082|CL:0005006
CL:0017001	splanchnic mesodermal cell	CL:0011010
CL:0017002	prostate neuroendocrine cell	CL:0000150|CL:0000165	neuroendocrine cell of prostate epithelium|neuroendocrine cell of the prostate
CL:0017003	epithelial cell of prostatic urethra	CL:1000296
CL:0017004	telocyte	CL:0002320
CL:0017005	lymphoblast	CL:0000542
CL:0017006	B-lymphoblast	CL:0000945|CL:0017005
CL:0017009	Axl+ dendritic cell, human	CL:0001056	AS DC, human
CL:0017010	hillock cell of urethral epithelium	CL:1000296|CL:4030024	hillock cell of urethra
CL:0017011	hillock cell of prostatic urethral epithelium	CL:0017003|CL:0017010	hillock cell of prostatic urethra
CL:0017500	neutrophillic cytoplasm
CL:0017502	acidophilic cytoplasm
CL:0017503	basophilic cytoplasm
CL:0017504	polychromatophilic cytoplasm
CL:0017506	banded nucleus
CL:0017507	reniform nucleus
CL:0017508	cartwheel heterochromatin
CL:0017509	alobate nucleus
CL:0019001	tracheobronchial serous cell	CL:0000255|CL:0000313	serous cell of tracheobronchial tree
CL:0019002	tracheobronchial chondrocyte	CL:0000138	chondrocyte of tracheobronchial tree
CL:0019003	tracheobronchial goblet cell	CL:0002202|CL:0002370	goblet cell of tracheobronchial tree
CL:0019015	lung parenchyma resident eosinophil	CL:0000774	lung-resident eosinophil|rEos
CL:0019017	lymphatic vessel smooth muscle cell	CL:0000359	smooth muscle cell of lymphatic vessel
CL:0019018	blood vessel smooth muscle cell	CL:0000359	smooth muscle cell of blood vessel
CL:0019019	tracheobronchial smooth muscle cell	CL:0000192	smooth muscle cell of tracheobronchial tree
CL:0019020	extrahepatic cholangiocyte	CL:1000488	large bile duct cholangiocyte
CL:0019021	endothelial cell of periportal hepatic sinusoid	CL:1000398	periportal LSEC|periportal hepatic sinusoidal endothelial cell
CL:0019022	endothelial cell of pericentral hepatic sinusoid	CL:1000398	central venous hepatic sinusoidal endothelial cell|pericentral LSEC
CL:0019026	periportal region hepatocyte	CL:0000182	periportal hepatocyte
CL:0019028	midzonal region hepatocyte	CL:0000182	midzonal hepatocyte
CL:0019029	centrilobular region hepatocyte	CL:0000182	centrilobular hepatocyte
CL:0019031	intestine goblet cell	CL:0000160|CL:0002563	intestinal goblet cell
CL:0019032	intestinal tuft cell	CL:0002204|CL:0002563	intestinal brush cell
CL:0020000	gut mesenchymal lymphoid tissue organizer cell	CL:0000134|CL:0000499|CL:0011026
CL:0020001	V1delta gamma-delta T cell	CL:0000800
CL:0020002	mucosal-associated invariant T cell, human	CL:0000940	mucosal-associated invariant T lymphocyte, human|mucosal-associated invariant T-cell, human|mucosal-associated invariant T-lymphocyte, human
CL:0020003	internal globus pallidus core projecting neuron	CL:0000617|CL:0012001
CL:0020004	internal globus pallidus shell projection neuron	CL:0000617|CL:0012001
CL:0020005	spiral ligament fibrocyte	CL:0002665
CL:0020006	OB-Dopa-GABA	CL:0000617|CL:0000700|CL:0002613
CL:0020007	dorso-striatal cholinergic-GABAergic neuron	CL:0002613|CL:0008061|CL:0011005
CL:0020008	striatal cholinergic-GABAergic neuron	CL:0002613|CL:0008061|CL:0011005
CL:0020009	prototypic neuron	CL:0000617|CL:0012001
CL:0020010	arkypallidal neuron	CL:0000617|CL:0012001|CL:4023035
CL:0020011	hair follicle associated fibroblast	CL:0002559|CL:0002620
CL:0020012	hair follicle isthmus-associated fibroblast	CL:0020011
CL:0020013	dermal sheath fibroblast	CL:0020011
CL:0020014	intrinsically photosensitive retinal ganglion cell	CL:0000210|CL:0000740
CL:0020015	transitional principal-intercalated cell of kidney collecting duct	CL:1000454
CL:0020016	osteochondral skeletal stem cell	CL:0000034|CL:0000255
CL:0020017	M0 macrophage	CL:0000235	naive macrophage|non-activated macrophage|resting-state macrophages
CL:0020018	proliferative fibrochondrocyte	CL:4072104
CL:0020019	regulatory chondrocyte	CL:0000138
CL:0020020	homeostatic chondrocyte	CL:0000138
CL:0020021	fibrochondrocyte progenitor cell	CL:0002320|CL:0008019|CL:0011026
CL:0020022	prehypertrophic chondrocyte	CL:0000138
CL:0020023	effector chondrocyte	CL:0000138
CL:0020024	alpha retinal ganglion cell OFF-sustained (Mmus)	CL:0004117|CL:4023033	C42|G5
CL:0020025	alpha retinal ganglion cell ON-sustained (Mmus)	CL:0004117|CL:4023032	C43|G24
CL:0020026	alpha retinal ganglion cell OFF-transient (Mmus)	CL:0004117|CL:4023033
CL:0020027	alpha retinal ganglion cell ON-transient (Mmus)	CL:0004117|CL:4023032	C41|G19
CL:0020028	hybrid osteochondral skeletal cell	CL:0001035|CL:0007001
CL:0020029	cuboidal epithelial cell	CL:0000075
CL:0020030	CD4-positive exhausted alpha-beta T cell	CL:0000624|CL:0011025	CD4+ exhausted T lymphocyte|exhausted CD4 T cell|exhausted CD4-positive T cell
CL:0020031	CD8-positive exhausted alpha-beta T cell	CL:0000625|CL:0011025	CD8+ exhausted T lymphocyte|exhausted CD8 T cell|exhausted CD8-positive T cell
CL:0020032	oRGC2	CL:0000740
CL:0020033	stem cell memory CD4-positive, alpha-beta T cell	CL:0000897	CD4+ T memory stem cell|CD4+ TSCM cell|CD4-positive TSCM cell|stem cell memory CD4+ T-cell|stem cell memory CD4+ T-lymphocyte|stem cell memory CD4+ alpha-beta T cell|stem cell memory CD4-positive, alpha-beta T lymphocyte|stem cell–like memory CD4+ T cell|stem cell–like memory CD4-positive, alpha-beta T cell
CL:0020034	stem cell memory CD8-positive, alpha-beta T cell	CL:0000909	CD8+ T memory stem cell|CD8+ TSCM cell|CD8-positive TSCM cell|stem cell memory CD8+ T-cell|stem cell memory CD8+ T-lymphocyte|stem cell memory CD8+ alpha-beta T cell|stem cell memory CD8-positive, alpha-beta T lymphocyte|stem cell–like memory CD8+ T cell|stem cell–like memory CD8-positive, alpha-beta T cell
CL:0020035	intestinal intraepithelial lymphocyte	CL:0002496
CL:0020036	oRGC1	CL:0000740
CL:0020037	superficial zone articular chondrocyte	CL:1001607
CL:0020038	middle zone articular chondrocyte	CL:1001607
CL:0020039	deep zone articular chondrocyte	CL:1001607
CL:0020040	calcified zone articular chondrocyte	CL:1001607
CL:0020041	oRGC4	CL:0000740
CL:0020042	oRGC5	CL:0000740
CL:0020043	fasciacyte	CL:0000499
CL:0020044	migratory muscle precursor	CL:0000680	MMP
CL:0020045	Dogiel type II neuron	CL:0007011	multiaxonal enteric neuron|type II enteric neuron
CL:0020046	intrinsic primary afferent neuron of myenteric plexus	CL:0007011|CL:3000004	multiaxonal cholinergic myenteric sensory neuron|myenteric sensory neuron
CL:0020047	interneuron of myenteric plexus	CL:0007011	enteric interneuron of myenteric plexus
CL:0020048	secretomotor/vasodilator neuron of myenteric plexus	CL:0007011	VIP-positive secretomotor neuron
CL:0020049	intestinofugal neuron	CL:0007011	cholinergic viscerofugal neuron|viscerofugal neuron
CL:0020050	ascending interneuron of myenteric plexus	CL:0020047	ascending myenteric interneuron|cholinergic enkephalinergic myenteric interneuron
CL:0020051	descending interneuron of myenteric plexus	CL:0020047	descending myenteric interneuron
CL:0020052	stubby Dogiel type I neuron of myenteric plexus	CL:0000100|CL:4047038	lamellar Dogiel type I neuron|stubby Dogiel I neuron
CL:0020053	spiny Dogiel type I neuron of myenteric plexus	CL:4047038	spiny Dogiel I neuron
CL:0020054	Dogiel type II neuron of myenteric plexus	CL:0020045|CL:0020046	AH-type myenteric neuron|multiaxonal myenteric sensory neuron|type II myenteric neuron
CL:0020055	calretinin-positive intrinsic primary afferent neuron of myenteric plexus	CL:0020046	calretinin-positive myenteric sensory neuron
CL:0020056	calretinin-negative intrinsic primary afferent neuron of myenteric plexus	CL:0020046	calretinin-negative myenteric sensory neuron
CL:0020057	cholinergic neuron of myenteric plexus	CL:0000108|CL:0007011	ChAT-positive myenteric neuron
CL:0020058	nitrergic neuron of myenteric plexus	CL:0007011	NOS1-positive myenteric neuron|nNOS-positive myenteric neuron
CL:0020059	serous demilune cell of salivary gland	CL:0000152|CL:0000313	serous demilune cell
CL:0020060	basal duct cell of salivary gland	CL:0000646	basal ductal cell of salivary gland
CL:0020061	periductal fibroblast of salivary gland	CL:0000057
CL:0020062	junctional epithelial cell	CL:0000079|CL:0002077|CL:0002251	JE cell|cell of junctional epithelium
CL:0020063	tuft cell of parotid gland	CL:0002204	parotid gland tuft cell
CL:0020064	tuft cell of sublingual gland	CL:0002204|CL:0002251	sublingual gland tuft cell
CL:0020065	ionocyte of salivary gland	CL:0005006
CL:0020066	myoepithelial cell of salivary gland	CL:0000185	salivary gland myoepithelial cell|salivary myoepithelial cell
CL:1000001	retrotrapezoid nucleus neuron	CL:2000029
CL:1000022	mesonephric nephron tubule epithelial cell	CL:1000449|CL:1000507
CL:1000042	forebrain neuroblast	CL:0000031|CL:0002319
CL:1000050	lateral line nerve glial cell	CL:0000125
CL:1000073	spinal cord radial glial cell	CL:0000681
CL:1000082	stretch receptor cell	CL:0000006
CL:1000083	stratified keratinized epithelial stem cell	CL:0000357
CL:1000085	stratified non keratinized epithelial stem cell	CL:0000357
CL:1000090	pronephric nephron tubule epithelial cell	CL:1000449|CL:1000507
CL:1000123	metanephric nephron tubule epithelial cell	CL:1000449|CL:1000507
CL:1000143	lung goblet cell	CL:0000082|CL:0002370|CL:1000272
CL:1000147	cardiac valve cell	CL:0002494	heart valve cell
CL:1000155	Malpighian tubule stellate cell	CL:0000151|CL:0000255	Malpighian tubule Type II cell
CL:1000182	malpighian tubule tip cell	CL:0000255|CL:0000423
CL:1000191	pillar cell	CL:0002490	pillar cell of cochlea|pillar cell of corti|rod cell of Corti
CL:1000217	growth plate cartilage chondrocyte	CL:0000138
CL:1000222	stomach neuroendocrine cell	CL:0000165|CL:1001517
CL:1000223	pulmonary neuroendocrine cell	CL:0000006|CL:0000098|CL:0000165|CL:0000206|CL:0000458|CL:1000272	lung neuroendocrine cell
CL:1000236	posterior lateral line nerve glial cell	CL:1000050
CL:1000239	anterior lateral line nerve glial cell	CL:1000050
CL:1000245	posterior lateral line ganglion neuron	CL:2000031
CL:1000271	lung multiciliated epithelial cell	CL:0000082|CL:4030034	lung ciliated cell
CL:1000272	lung secretory cell	CL:0000151|CL:0000255
CL:1000274	trophectodermal cell	CL:0000349	trophectoderm cell
CL:1000275	smooth muscle cell of small intestine	CL:0002504	non-striated muscle fiber of small intestine
CL:1000276	smooth muscle fiber of duodenum	CL:1000275	non-striated muscle fiber of duodenum
CL:1000277	smooth muscle fiber of jejunum	CL:1000275	non-striated muscle fiber of jejunum
CL:1000278	smooth muscle fiber of ileum	CL:1000275	non-striated muscle fiber of ileum
CL:1000279	smooth muscle cell of large intestine	CL:0002504	non-striated muscle fiber of large intestine
CL:1000280	smooth muscle cell of colon	CL:1000279	non-striated muscle fiber of colon
CL:1000281	smooth muscle cell of cecum	CL:1000280	non-striated muscle fiber of cecum|smooth muscle fiber of cecum
CL:1000282	smooth muscle fiber of ascending colon	CL:1000280	non-striated muscle fiber of ascending colon
CL:1000283	smooth muscle fiber of transverse colon	CL:1000280	non-striated muscle fiber of transverse colon
CL:1000284	smooth muscle fiber of descending colon	CL:1000280	non-striated muscle fiber of descending colon
CL:1000285	smooth muscle cell of sigmoid colon	CL:1000280	non-striated muscle fiber of sigmoid colon
CL:1000286	smooth muscle cell of rectum	CL:1000279	non-striated muscle fiber of rectum|smooth muscle fiber of rectum
CL:1000287	myocyte of anterior internodal tract	CL:0002096
CL:1000288	myocyte of atrial branch of anterior internodal tract	CL:0002096
CL:1000289	myocyte of atrial septal branch of anterior internodal tract	CL:0002096
CL:1000290	myocyte of middle internodal tract	CL:0002096
CL:1000291	myocyte of posterior internodal tract	CL:0002096
CL:1000296	epithelial cell of urethra	CL:0000066|CL:1001320
CL:1000298	mesothelial cell of dura mater	CL:0000077|CL:0002319	squamous mesothelial cell of dura mater
CL:1000299	fibroblast of connective tissue of prostate	CL:0000057|CL:0002622
CL:1000300	fibroblast of outer membrane of prostatic capsule	CL:0000057|CL:0002622
CL:1000301	fibroblast of subepithelial connective tissue of prostatic gland	CL:0000057|CL:0002622
CL:1000302	fibroblast of papillary layer of dermis	CL:0002551
CL:1000303	fibroblast of areolar connective tissue	CL:0000057
CL:1000304	fibroblast of connective tissue of nonglandular part of prostate	CL:0000057|CL:0002622
CL:1000305	fibroblast of connective tissue of glandular part of prostate	CL:0000057|CL:0002622
CL:1000306	fibroblast of tunica adventitia of artery	CL:4052030
CL:1000307	fibroblast of dense regular elastic tissue	CL:0000057
CL:1000308	fibrocyte of adventitia of ureter	CL:0000499|CL:1000708
CL:1000309	epicardial adipocyte	CL:0000136|CL:0002494	adipocyte of epicardial fat|epicardial fat cell
CL:1000310	adipocyte of epicardial fat of right ventricle	CL:1000309	epicardial adipocyte of right ventricle|epicardial fat cell of right ventricle
CL:1000311	adipocyte of epicardial fat of left ventricle	CL:1000309	epicardial adipocyte of left ventricle|epicardial fat cell of left ventricle
CL:1000312	bronchial goblet cell	CL:0002328|CL:0019003	goblet cell of epithelium of bronchus
CL:1000313	gastric goblet cell	CL:0000160|CL:0002180	goblet cell of epithelium of stomach
CL:1000314	gastric cardiac gland goblet cell	CL:0000152|CL:0002659|CL:1000313	goblet cell of epithelium of gastric cardiac gland
CL:1000315	principal gastric gland goblet cell	CL:0000152|CL:0002659|CL:1000313	goblet cell of epithelium of principal gastric gland
CL:1000317	intestinal villus goblet cell	CL:1000495	goblet cell of epithelium of intestinal villus
CL:1000320	large intestine goblet cell	CL:0002253|CL:0019031	goblet cell of epithelium of large intestine
CL:1000321	large intestine crypt goblet cell	CL:0002658|CL:1000320
CL:1000322	pancreatic goblet cell	CL:0000069|CL:0000160|CL:1001599	goblet cell of epithelium of pancreatic duct
CL:1000323	pyloric gastric gland goblet cell	CL:0000152|CL:0002659|CL:1000313	goblet cell of epithelium of pyloric gland
CL:1000324	duodenal goblet cell	CL:1000317|CL:1001589	goblet cell of epithelium proper of duodenum
CL:1000325	jejunal goblet cell	CL:1000317	goblet cell of epithelium proper of jejunum
CL:1000326	ileal goblet cell	CL:1000317	goblet cell of epithelium proper of ileum
CL:1000327	appendix goblet cell	CL:1000320|CL:1000405	goblet cell of epithelium proper of appendix
CL:1000329	tracheal goblet cell	CL:0000307|CL:0019003	goblet cell of epithelium of trachea
CL:1000330	serous cell of epithelium of trachea	CL:0019001
CL:1000331	serous cell of epithelium of bronchus	CL:0019001
CL:1000332	serous cell of epithelium of terminal bronchiole	CL:0019001|CL:1000272
CL:1000333	serous cell of epithelium of lobular bronchiole	CL:0019001|CL:1000272
CL:1000334	enterocyte of epithelium of small intestine	CL:0000584|CL:0002254
CL:1000335	enterocyte of epithelium of intestinal villus	CL:1000334
CL:1000337	enterocyte of epithelium of duodenal gland	CL:1000334
CL:1000338	enterocyte of epithelium of crypt of Lieberkuhn of small intestine	CL:1000334
CL:1000339	enterocyte of epithelium proper of small intestine	CL:1000334
CL:1000340	enterocyte of epithelium proper of duodenum	CL:1000339
CL:1000341	enterocyte of epithelium proper of jejunum	CL:1000339
CL:1000342	enterocyte of epithelium proper of ileum	CL:1000339
CL:1000343	paneth cell of epithelium of small intestine	CL:0000510|CL:1001598
CL:1000344	paneth cell of epithelium proper of small intestine	CL:1000343
CL:1000345	paneth cell of epithelium of crypt of Lieberkuhn of small intestine	CL:1000343
CL:1000346	enterocyte of epithelium proper of large intestine	CL:0002071
CL:1000347	colonocyte	CL:0002071|CL:0011108	enterocyte of colon
CL:1000348	basal cell of epithelium of trachea	CL:0002633
CL:1000349	basal cell of epithelium of bronchus	CL:0002328|CL:0002329|CL:0002633	basal cell of bronchus
CL:1000350	basal cell of epithelium of terminal bronchiole	CL:0002633
CL:1000351	basal cell of epithelium of respiratory bronchiole	CL:0002633
CL:1000352	basal cell of epithelium of lobular bronchiole	CL:0002633
CL:1000353	microfold cell of epithelium of small intestine	CL:0000682|CL:0002254
CL:1000354	microfold cell of epithelium of intestinal villus	CL:1000353
CL:1000355	microfold cell of epithelium proper of small intestine	CL:1000353
CL:1000356	microfold cell of epithelium proper of duodenum	CL:1000354
CL:1000357	microfold cell of epithelium proper of jejunum	CL:1000353
CL:1000358	microfold cell of epithelium proper of ileum	CL:1000353
CL:1000359	microfold cell of epithelium proper of appendix	CL:1000360|CL:1000405
CL:1000360	microfold cell of epithelium proper of large intestine	CL:0000682|CL:0002253
CL:1000361	transitional myocyte of interatrial septum	CL:0002073|CL:2000022
CL:1000362	transitional myocyte of interventricular septum	CL:0002073|CL:2000022
CL:1000363	transitional myocyte of atrial branch of anterior internodal tract	CL:1000480
CL:1000364	transitional myocyte of anterior internodal tract	CL:1000480
CL:1000365	transitional myocyte of atrial septal branch of anterior internodal tract	CL:1000480
CL:1000366	transitional myocyte of middle internodal tract	CL:1000480
CL:1000367	transitional myocyte of posterior internodal tract	CL:1000480
CL:1000368	transitional myocyte of anterior division of left branch of atrioventricular bundle	CL:1000370
CL:1000369	transitional myocyte of septal division of left branch of atrioventricular bundle	CL:1000370
CL:1000370	transitional myocyte of left branch of atrioventricular bundle	CL:1000481
CL:1000371	transitional myocyte of right branch of atrioventricular bundle	CL:1000481
CL:1000372	transitional myocyte of atrial part of atrioventricular bundle	CL:1000481
CL:1000373	transitional myocyte of ventricular part of atrioventricular bundle	CL:1000481
CL:1000374	transitional myocyte of posterior division of left branch of atrioventricular bundle	CL:1000370
CL:1000375	myocardial endocrine cell of septal division of left branch of atrioventricular bundle	CL:0002074|CL:0008009|CL:2000046
CL:1000376	Purkinje myocyte of interventricular septum	CL:0002068|CL:2000022
CL:1000377	dense-core granulated cell of epithelium of trachea	CL:0000307|CL:0002066|CL:0008055
CL:1000378	type 1 vestibular sensory cell of stato-acoustic epithelium	CL:0002070|CL:3000004
CL:1000379	type 1 vestibular sensory cell of epithelium of macula of utricle of membranous labyrinth	CL:0002070|CL:3000004
CL:1000380	type 1 vestibular sensory cell of epithelium of macula of saccule of membranous labyrinth	CL:0002070|CL:3000004
CL:1000381	type 1 vestibular sensory cell of epithelium of crista of ampulla of semicircular duct of membranous labyrinth	CL:0002070|CL:3000004
CL:1000382	type 2 vestibular sensory cell of stato-acoustic epithelium	CL:0002069|CL:3000004
CL:1000383	type 2 vestibular sensory cell of epithelium of macula of utricle of membranous labyrinth	CL:0002069|CL:3000004
CL:1000384	type 2 vestibular sensory cell of epithelium of macula of saccule of membranous labyrinth	CL:0002069|CL:3000004
CL:1000385	type 2 vestibular sensory cell of epithelium of crista of ampulla of semicircular duct of membranous labyrinth	CL:0002069|CL:3000004
CL:1000391	melanocyte of eyelid	CL:0000148	eyelid melanocyte|sebaceous gland of wolff
CL:1000394	myoepithelial cell of intralobular lactiferous duct	CL:0000185
CL:1000397	endothelial cell of venous sinus of red pulp of spleen	CL:0002651|CL:2000053
CL:1000398	endothelial cell of hepatic sinusoid	CL:0000666|CL:0002262	LSEC|endotheliocyte of hepatic sinusoid|liver sinusoidal endothelial cell
CL:1000405	epithelial cell of appendix	CL:0002253	columnar epitheliocyte of appendix|epithelial cell of vermiform appendix
CL:1000409	myocyte of sinoatrial node	CL:0002072|CL:0008009	SA nodal myocyte|SA node cardiac muscle cell|sinoatrial node cell|sinoatrial node myocyte|sinuatrial node myocyte
CL:1000410	myocyte of atrioventricular node	CL:0002072|CL:0008009|CL:2000022	AV nodal myocyte|AV node cardiac muscle cell|AV node cell|atrioventricular node cell|atrioventricular node myocyte
CL:1000411	endothelial cell of Peyer's patch	CL:0000131
CL:1000412	endothelial cell of arteriole	CL:0000071
CL:1000413	endothelial cell of artery	CL:0000071	arterial endothelial cell
CL:1000414	endothelial cell of venule	CL:0000071
CL:1000415	epithelial cell of gallbladder	CL:0000066
CL:1000417	myoepithelial cell of sweat gland	CL:0000185|CL:1000448
CL:1000418	myoepithelial cell of lactiferous alveolus	CL:0002324	basal cell of alveolus of lactiferous gland|myoepithelial cell of mammary alveolus
CL:1000419	myoepithelial cell of lactiferous duct	CL:0000068|CL:0002324
CL:1000420	myoepithelial cell of terminal lactiferous duct	CL:0000185
CL:1000424	chromaffin cell of paraaortic body	CL:1000425	chromaffin cell of para-aortic body
CL:1000425	chromaffin cell of paraganglion	CL:0000166
CL:1000426	chromaffin cell of adrenal gland	CL:0000150|CL:0000166	adrenal chromaffin cell
CL:1000427	adrenal cortex chromaffin cell	CL:1000426|CL:1001601	chromaffin cell of adrenal cortex
CL:1000428	stem cell of epidermis	CL:0000255|CL:0000723	epidermal stem cell
CL:1000432	conjunctival epithelial cell	CL:0000066	epithelial cell of conjunctiva
CL:1000433	epithelial cell of lacrimal canaliculus	CL:0000066
CL:1000434	epithelial cell of external acoustic meatus	CL:0000066
CL:1000435	epithelial cell of lacrimal drainage system	CL:0000072
CL:1000436	epithelial cell of lacrimal sac	CL:1000437
CL:1000437	epithelial cell of nasolacrimal duct	CL:1000435
CL:1000438	epithelial cell of wall of inferior part of anal canal	CL:0002634
CL:1000441	epithelial cell of viscerocranial mucosa	CL:0000066
CL:1000442	urothelial cell of trigone of urinary bladder	CL:1001428	epithelial cell of vesical trigone
CL:1000443	ciliary muscle cell	CL:0000192	smooth muscle cell of ciliary body
CL:1000444	mesothelial cell of anterior chamber of eye	CL:0000077
CL:1000445	myoepithelial cell of dilator pupillae	CL:0000185
CL:1000447	epithelial cell of stratum germinativum of esophagus	CL:0000646	basal cell of esophageal epithelium
CL:1000448	epithelial cell of sweat gland	CL:0000362|CL:0002308
CL:1000449	epithelial cell of nephron	CL:0002518
CL:1000450	epithelial cell of glomerular capsule	CL:1000510	Bowmans capsule epithelial cell|epithelial cell of Bowman's capsule
CL:1000452	parietal epithelial cell	CL:1000450	epithelial cell of parietal layer of glomerular capsule
CL:1000453	epithelial cell of intermediate tubule	CL:1000909
CL:1000454	kidney collecting duct epithelial cell	CL:0000072|CL:1000449|CL:1001225	epithelial cell of renal collecting tubule
CL:1000456	mesothelial cell of parietal peritoneum	CL:1000490
CL:1000457	mesothelial cell of visceral peritoneum	CL:1000490
CL:1000458	melanocyte of skin	CL:0000148	skin melanocyte
CL:1000465	chromaffin cell of ovary	CL:0000166
CL:1000466	chromaffin cell of right ovary	CL:1000465
CL:1000467	chromaffin cell of left ovary	CL:1000465
CL:1000468	myoepithelial cell of acinus of lactiferous gland	CL:0002324	basal cell of acinus of lactiferous gland
CL:1000469	myoepithelial cell of main lactiferous duct	CL:0000185
CL:1000470	myoepithelial cell of primary lactiferous duct	CL:0000185
CL:1000471	myoepithelial cell of secondary lactiferous duct	CL:0000185
CL:1000472	myoepithelial cell of tertiary lactiferous duct	CL:0000185
CL:1000473	myoepithelial cell of quarternary lactiferous duct	CL:0000185
CL:1000477	cardiac pacemaker cell of sinoatrial node	CL:1000409	cardiac pacemaker cell of sinuatrial node|pacemaker cell of sinoatrial node|pacemaker cell of sinuatrial node
CL:1000478	transitional myocyte of sinoatrial node	CL:0002073|CL:1000409	transitinal myocyte of sinuatrial node
CL:1000479	Purkinje myocyte of atrioventricular node	CL:0002068|CL:1000410
CL:1000480	transitional myocyte of internodal tract	CL:0002073|CL:0002096
CL:1000481	transitional myocyte of atrioventricular bundle	CL:0002073|CL:0008009|CL:0010005|CL:2000046
CL:1000482	myocardial endocrine cell of interventricular septum	CL:0002074|CL:2000022
CL:1000483	Purkinje myocyte of internodal tract	CL:0002068|CL:0002096
CL:1000484	Purkinje myocyte of atrioventricular bundle	CL:0002068|CL:0008009|CL:0010005|CL:2000046
CL:1000486	basal cell of urothelium	CL:0000646|CL:0000731|CL:0011026	urothelial basal cell
CL:1000487	smooth muscle cell of prostate	CL:0000192	smooth muscle fiber of prostate
CL:1000488	cholangiocyte	CL:0000069	epithelial cell of bile duct
CL:1000489	reticular cell of splenic cord	CL:0000432|CL:2000051
CL:1000490	mesothelial cell of peritoneum	CL:0000077	peritoneal mesothelial cell
CL:1000491	mesothelial cell of pleura	CL:0000077	pleural mesothelial cell
CL:1000492	mesothelial cell of parietal pleura	CL:1000491
CL:1000493	mesothelial cell of visceral pleura	CL:1000491
CL:1000494	nephron tubule epithelial cell	CL:1000449|CL:1000507	kidney tubule epithelial cell
CL:1000495	small intestine goblet cell	CL:0019031|CL:1001598	goblet cell of epithelium of small intestine|goblet cell of small intestine|small intestinal goblet cell
CL:1000497	kidney cell	CL:0000255
CL:1000500	kidney interstitial cell	CL:1000497|CL:4030031
CL:1000504	kidney medulla cell	CL:1000497
CL:1000505	kidney pelvis cell	CL:1000497
CL:1000507	kidney tubule cell	CL:1000497
CL:1000510	kidney glomerular epithelial cell	CL:1000746
CL:1000546	kidney medulla collecting duct epithelial cell	CL:1000454|CL:1000504
CL:1000547	kidney inner medulla collecting duct epithelial cell	CL:1000546|CL:1000617
CL:1000548	kidney outer medulla collecting duct epithelial cell	CL:1000546|CL:1000616
CL:1000549	kidney cortex collecting duct epithelial cell	CL:0002584|CL:1000454
CL:1000550	kidney papillary duct principal epithelial cell	CL:1001225
CL:1000596	inner renal cortex cell	CL:0002681
CL:1000597	papillary tips cell	CL:1000505|CL:1000617
CL:1000600	lower urinary tract cell	CL:0000255
CL:1000601	ureteral cell	CL:0000255
CL:1000606	kidney nerve cell	CL:1000500|CL:2000032
CL:1000612	kidney corpuscule cell	CL:0002584|CL:1000449
CL:1000615	kidney cortex tubule cell	CL:0002584|CL:1000449|CL:1000507
CL:1000616	kidney outer medulla cell	CL:1000504
CL:1000617	kidney inner medulla cell	CL:1000504
CL:1000618	juxtaglomerular complex cell	CL:0002681	juxtaglomerulus cell
CL:1000681	kidney cortex interstitial cell	CL:0002584|CL:1000500
CL:1000682	kidney medulla interstitial cell	CL:1000500|CL:1000504
CL:1000691	kidney interstitial myofibroblast	CL:0000186|CL:1000500
CL:1000692	kidney interstitial fibroblast	CL:0000057|CL:1000500
CL:1000693	kidney interstitial fibrocyte	CL:0000499|CL:1000500
CL:1000695	kidney interstitial alternatively activated macrophage	CL:0000890|CL:1000500
CL:1000696	kidney interstitial inflammatory macrophage	CL:0000863|CL:1000500
CL:1000697	kidney interstitial suppressor macrophage	CL:0000862|CL:1000500
CL:1000698	kidney resident macrophage	CL:0000864|CL:1000500
CL:1000699	kidney resident dendritic cell	CL:0001007|CL:1000500
CL:1000702	kidney pelvis smooth muscle cell	CL:0000192|CL:1000505
CL:1000703	kidney pelvis urothelial cell	CL:0000731|CL:0002518|CL:1000505
CL:1000706	ureter urothelial cell	CL:0000731|CL:1000601
CL:1000708	ureter adventitial cell	CL:0000115|CL:0002503|CL:1000601
CL:1000714	kidney cortex collecting duct principal cell	CL:1000549|CL:1001431
CL:1000715	kidney cortex collecting duct intercalated cell	CL:1000549|CL:1001432
CL:1000716	kidney outer medulla collecting duct principal cell	CL:1000548|CL:1001431
CL:1000717	kidney outer medulla collecting duct intercalated cell	CL:1000548|CL:1001432
CL:1000718	kidney inner medulla collecting duct principal cell	CL:1000547|CL:1001431
CL:1000719	kidney inner medulla collecting duct intercalated cell	CL:1000547|CL:1001432
CL:1000720	kidney papillary duct intercalated cell	CL:1000550|CL:1001432
CL:1000721	kidney papillary duct principal cell	CL:1000550|CL:1001431
CL:1000742	glomerular mesangial cell	CL:0000234|CL:0000650|CL:1000746	intraglomerular mesangial cell
CL:1000746	glomerular cell	CL:1000612
CL:1000768	kidney connecting tubule epithelial cell	CL:1000494|CL:1000615
CL:1000803	kidney inner medulla interstitial cell	CL:1000617|CL:1000682
CL:1000804	kidney outer medulla interstitial cell	CL:1000616|CL:1000682
CL:1000838	kidney proximal convoluted tubule epithelial cell	CL:0002307
CL:1000839	kidney proximal straight tubule epithelial cell	CL:0002306|CL:1000616|CL:1001021
CL:1000849	kidney distal convoluted tubule epithelial cell	CL:0002305
CL:1000850	macula densa epithelial cell	CL:0000067|CL:0002305|CL:1000618	macula densa cell
CL:1000854	kidney blood vessel cell	CL:1000504
CL:1000891	kidney arterial blood vessel cell	CL:1000854
CL:1000892	kidney capillary endothelial cell	CL:0002144|CL:1000854
CL:1000893	kidney venous blood vessel cell	CL:1000854
CL:1000909	kidney loop of Henle epithelial cell	CL:1000494
CL:1000979	ureter smooth muscle cell	CL:0000192|CL:1000601
CL:1001005	glomerular capillary endothelial cell	CL:0002188|CL:1000892
CL:1001006	kidney afferent arteriole cell	CL:0002681|CL:1000891
CL:1001009	kidney efferent arteriole cell	CL:0002681|CL:1000891
CL:1001016	kidney loop of Henle ascending limb epithelial cell	CL:0002305|CL:1000909
CL:1001021	kidney loop of Henle descending limb epithelial cell	CL:1000909
CL:1001033	peritubular capillary endothelial cell	CL:0000666|CL:1000892
CL:1001036	vasa recta cell	CL:1000504|CL:2000008
CL:1001045	kidney cortex artery cell	CL:0002681|CL:1000891
CL:1001052	kidney cortex vein cell	CL:0002681|CL:1000893
CL:1001064	kidney artery smooth muscle cell	CL:0019018|CL:1000891
CL:1001066	kidney arteriole smooth muscle cell	CL:0019018|CL:1000891
CL:1001068	kidney venous system smooth muscle cell	CL:0019018|CL:1000893
CL:1001096	kidney afferent arteriole endothelial cell	CL:1000412|CL:1001006
CL:1001097	kidney afferent arteriole smooth muscle cell	CL:0008035|CL:1001006|CL:1001066
CL:1001099	kidney efferent arteriole endothelial cell	CL:1000412|CL:1001009
CL:1001100	kidney efferent arteriole smooth muscle cell	CL:0008035|CL:1001009|CL:1001066
CL:1001106	kidney loop of Henle thick ascending limb epithelial cell	CL:1000504|CL:1001016
CL:1001107	kidney loop of Henle thin ascending limb epithelial cell	CL:1000617|CL:1001016
CL:1001108	kidney loop of Henle medullary thick ascending limb epithelial cell	CL:1000616|CL:1001106
CL:1001109	kidney loop of Henle cortical thick ascending limb epithelial cell	CL:1001106
CL:1001111	kidney loop of Henle thin descending limb epithelial cell	CL:1000453|CL:1000616|CL:1001021
CL:1001123	kidney outer medulla peritubular capillary cell	CL:1000616|CL:1001033
CL:1001124	kidney cortex peritubular capillary cell	CL:0002681|CL:1001033
CL:1001126	inner renal medulla vasa recta cell	CL:1000617|CL:1001036
CL:1001127	outer renal medulla vasa recta cell	CL:1000616|CL:1001036
CL:1001131	vasa recta ascending limb cell	CL:1001036
CL:1001135	arcuate artery cell	CL:1001045
CL:1001138	interlobular artery cell	CL:1001045
CL:1001142	arcuate vein cell	CL:1001052
CL:1001145	interlobular vein cell	CL:1001052
CL:1001209	inner medulla vasa recta ascending limb cell	CL:1001126|CL:1001131
CL:1001210	outer medulla vasa recta ascending limb cell	CL:1001127|CL:1001131
CL:1001213	arcuate artery endothelial cell	CL:1000413|CL:1001135
CL:1001214	arcuate artery smooth muscle cell	CL:1001064|CL:1001135
CL:1001216	interlobulary artery endothelial cell	CL:1000413|CL:1001138
CL:1001217	interlobulary artery smooth muscle cell	CL:1001064|CL:1001138
CL:1001220	arcuate vein endothelial cell	CL:0002543|CL:1001142
CL:1001221	arcuate vein smooth muscle cell	CL:1001068|CL:1001142
CL:1001223	interlobulary vein endothelial cell	CL:0002543|CL:1001145
CL:1001224	interlobulary vein smooth muscle cell	CL:1001068|CL:1001145
CL:1001225	kidney collecting duct cell	CL:1000497
CL:1001285	vasa recta descending limb cell	CL:1001036
CL:1001286	inner medulla vasa recta descending limb cell	CL:1001126|CL:1001285
CL:1001287	outer medulla vasa recta descending limb cell	CL:1001127|CL:1001285
CL:1001318	renal interstitial pericyte	CL:0000669|CL:1000500
CL:1001319	bladder cell	CL:1000600
CL:1001320	urethra cell	CL:1000600
CL:1001428	bladder urothelial cell	CL:0000731|CL:1001319
CL:1001430	urethra urothelial cell	CL:0000731|CL:1000296
CL:1001431	kidney collecting duct principal cell	CL:0005009|CL:1000454
CL:1001432	kidney collecting duct intercalated cell	CL:0005010|CL:1000454
CL:1001433	epithelial cell of exocrine pancreas	CL:0000083	exocrine pancreas cell
CL:1001434	olfactory bulb interneuron	CL:0000099|CL:0000101
CL:1001435	periglomerular cell	CL:1001434	glomerular layer cell|olfactory bulb (accessory) glomerular layer cell|olfactory bulb glomerular layer cell|olfactory bulb glomerularal cell|olfactory bulb periglomerular cell
CL:1001436	hair-tylotrich neuron	CL:0002487
CL:1001437	hair-down neuron	CL:0002487
CL:1001451	sensory neuron of dorsal root ganglion	CL:0000006|CL:3000004|CL:4023168	proprioceptive neuron
CL:1001474	medium spiny neuron	CL:0000617|CL:4023035	gamma-aminobutyric acid (GABA)ergic spiny projection neuron|gamma-aminobutyric acid ergic spiny projection neuron|striatal medium spiny neuron
CL:1001502	mitral cell	CL:1001434
CL:1001503	olfactory bulb tufted cell	CL:2000029
CL:1001505	parvocellular neurosecretory cell	CL:0000165|CL:0000167|CL:0012001|CL:2000030	parvocellular neuron|parvocellular neurosecretory neuron
CL:1001509	glycinergic neuron	CL:0000151|CL:0000540
CL:1001516	intestinal enteroendocrine cell	CL:0000164|CL:0002563
CL:1001517	stomach enteroendocrine cell	CL:0000164|CL:0002178
CL:1001561	vomeronasal sensory neuron	CL:0000101
CL:1001567	lung endothelial cell	CL:0002139
CL:1001568	pulmonary artery endothelial cell	CL:1000413
CL:1001569	hippocampal interneuron	CL:0002608|CL:0008031
CL:1001571	hippocampal pyramidal neuron	CL:0002608|CL:4023111
CL:1001572	colon endothelial cell	CL:0000131
CL:1001573	nasopharyngeal epithelial cell	CL:0002251|CL:0002631
CL:1001575	uterine cervix squamous cell	CL:0000076|CL:0002535
CL:1001576	oral mucosa squamous cell	CL:0000076|CL:0002251
CL:1001577	tonsil squamous cell	CL:0000076|CL:0002251
CL:1001578	vagina squamous cell	CL:0000240
CL:1001579	cerebral cortex glial cell	CL:0000125
CL:1001580	hippocampal glial cell	CL:1001579	hippocampus glial cell|hippocampus neuroglial cell
CL:1001581	lateral ventricle glial cell	CL:0000125
CL:1001582	lateral ventricle neuron	CL:0012001
CL:1001585	appendix glandular cell	CL:0002658|CL:1000405
CL:1001586	mammary gland glandular cell	CL:0000150|CL:0000152|CL:0002327
CL:1001587	uterine cervix secretory cell	CL:0002535|CL:1001591
CL:1001588	colon glandular cell	CL:0002658|CL:0011108
CL:1001589	duodenum secretory cell	CL:1001598
CL:1001590	epididymis secretory cell	CL:0000068|CL:1100001
CL:1001591	oviduct secretory cell	CL:1100001
CL:1001592	gallbladder glandular cell	CL:0000150|CL:1000415	gall bladder glandular cell
CL:1001593	parathyroid glandular cell	CL:0000150|CL:0002260
CL:1001595	rectum glandular cell	CL:0002658
CL:1001596	salivary gland glandular cell	CL:0000150|CL:0000152|CL:0002251|CL:0009005
CL:1001597	seminal vesicle glandular cell	CL:0000068|CL:0000150
CL:1001598	small intestine secretory cell	CL:0002254|CL:1100001
CL:1001599	pancreas exocrine glandular cell	CL:0000150|CL:0000152|CL:1001433
CL:1001601	adrenal gland glandular cell	CL:0000150
CL:1001602	cerebral cortex endothelial cell	CL:0000115|CL:0002319
CL:1001603	lung macrophage	CL:0000235
CL:1001606	foreskin keratinocyte	CL:0000312
CL:1001607	articular chondrocyte	CL:0000138
CL:1001608	foreskin fibroblast	CL:0002620	BJ fibroblast
CL:1001609	muscle fibroblast	CL:0000057
CL:1001610	bone marrow hematopoietic cell	CL:0000988|CL:0002092
CL:1001611	cerebellar neuron	CL:2000029
CL:1100001	secretory epithelial cell	CL:0000066|CL:0000151
CL:2000000	epidermal melanocyte	CL:0002484|CL:1000458
CL:2000001	peripheral blood mononuclear cell	CL:0000080|CL:0000842	PBMC
CL:2000002	decidual cell	CL:0000349|CL:0000499	decidua cell|decidual stromal cell|decidualized endometrial stromal cell
CL:2000004	pituitary gland cell	CL:0002319
CL:2000005	brain macroglial cell	CL:0000126
CL:2000006	tonsil germinal center B cell	CL:0000844
CL:2000007	articular chondrocyte of knee joint	CL:1001607
CL:2000008	microvascular endothelial cell	CL:0000071
CL:2000010	dermis blood vessel endothelial cell	CL:0000071
CL:2000011	dermis lymphatic vessel endothelial cell	CL:0002138
CL:2000012	fibroblast of pedal digit skin	CL:0002620
CL:2000013	fibroblast of skin of abdomen	CL:0002620
CL:2000014	fibroblast of upper leg skin	CL:0002620
CL:2000015	fibroblast of arm	CL:0002620
CL:2000016	lung microvascular endothelial cell	CL:1001567|CL:2000008
CL:2000017	fibroblast of peridontal ligament	CL:0002556
CL:2000018	endothelial cell of coronary artery	CL:0010006|CL:1000413
CL:2000019	compound eye photoreceptor cell	CL:0000287
CL:2000020	inner cell mass cell	CL:0000255
CL:2000021	sebaceous gland cell	CL:0000255
CL:2000022	cardiac septum cell	CL:0002494
CL:2000023	spinal cord ventral column interneuron	CL:0005000
CL:2000024	spinal cord medial motor column neuron	CL:2000029
CL:2000025	spinal cord oligodendrocyte	CL:0000128
CL:2000027	cerebellar basket cell	CL:0000118|CL:4042035	cerebellum basket cell
CL:2000028	cerebellum glutamatergic neuron	CL:0000679|CL:1001611
CL:2000029	central nervous system neuron	CL:0000540
CL:2000030	hypothalamus cell	CL:0002319
CL:2000031	lateral line ganglion neuron	CL:2000032
CL:2000032	peripheral nervous system neuron	CL:0000540	PNS neuron|peripheral neuron
CL:2000033	limb basal cell of epidermis	CL:0002187
CL:2000034	anterior lateral line neuromast hair cell	CL:0000856
CL:2000035	anterior lateral line neuromast mantle cell	CL:0000851
CL:2000036	anterior lateral line neuromast supporting cell	CL:0000852	anterior lateral line neuromast support cell
CL:2000037	posterior lateral line neuromast hair cell	CL:0000856
CL:2000038	posterior lateral line neuromast mantle cell	CL:0000851
CL:2000039	posterior lateral line neuromast supporting cell	CL:0000852	posterior lateral line neuromast support cell
CL:2000040	bladder microvascular endothelial cell	CL:1001319|CL:2000008
CL:2000041	dermis microvascular lymphatic vessel endothelial cell	CL:0011030|CL:2000011
CL:2000042	embryonic fibroblast	CL:0000057
CL:2000043	brain pericyte	CL:0002575
CL:2000044	brain microvascular endothelial cell	CL:0002319|CL:2000008
CL:2000045	foreskin melanocyte	CL:1000458	melanocyte of foreskin
CL:2000046	ventricular cardiac muscle cell	CL:0000746
CL:2000047	brainstem motor neuron	CL:0000100|CL:2000029
CL:2000048	anterior horn motor neuron	CL:0002612|CL:0008039|CL:0011001	anterior horn cell|ventral horn of spinal cord spinal cord motor neuron
CL:2000049	primary motor cortex pyramidal cell	CL:4023111
CL:2000051	splenic fibroblast	CL:0000057
CL:2000052	umbilical artery endothelial cell	CL:0000349|CL:1000413
CL:2000053	splenic endothelial cell	CL:0000115
CL:2000054	hepatic pit cell	CL:4047101
CL:2000055	liver dendritic cell	CL:0000451	hepatic dendritic cell
CL:2000056	Meynert cell	CL:2000049
CL:2000057	femoral osteoblast	CL:0000062|CL:0001035
CL:2000058	calvarial osteoblast	CL:0000062
CL:2000059	prostate gland microvascular endothelial cell	CL:2000008
CL:2000060	placental villous trophoblast	CL:0000351	vCTB|villous cytotrophoblast
CL:2000061	placental amniotic mesenchymal stromal cell	CL:0000134
CL:2000062	placental villus capillary endothelial cell	CL:0002144|CL:0009092
CL:2000063	ovarian fibroblast	CL:0000057|CL:0002132
CL:2000064	ovarian surface epithelial cell	CL:0002078
CL:2000065	ovarian microvascular endothelial cell	CL:1001320|CL:2000008
CL:2000066	cardiac ventricle fibroblast	CL:0002548
CL:2000067	cardiac atrium fibroblast	CL:0002548
CL:2000068	pericardium fibroblast	CL:0000057
CL:2000069	gallbladder fibroblast	CL:0000057
CL:2000070	optic choroid fibroblast	CL:0000005|CL:0000348
CL:2000071	mammary microvascular endothelial cell	CL:2000008
CL:2000072	adipose microvascular endothelial cell	CL:0002320|CL:2000008
CL:2000073	migratory cardiac neural crest cell	CL:0000333	cardiac neural crest cell
CL:2000074	splenocyte	CL:0000738
CL:2000075	anterior visceral endoderm cell	CL:0000223
CL:2000076	hindlimb stylopod vein endothelial cell	CL:0002543
CL:2000077	skeletal muscle tissue of pectoralis major striated muscle cell	CL:0000188|CL:0000737
CL:2000078	placental pericyte	CL:0000669
CL:2000079	mesenchymal stem cell of femoral bone marrow	CL:0002540
CL:2000080	mesenchymal stem cell of abdominal adipose tissue	CL:0002570	mesenchymal stem cell of abdominal adipose
CL:2000081	melanocyte of skin of face	CL:1000458
CL:2000083	hair follicle dermal papilla cell of scalp	CL:0000346
CL:2000084	conjunctiva goblet cell	CL:0000079|CL:0000160|CL:1000432
CL:2000085	mononuclear cell of umbilical cord	CL:0000349|CL:0000842
CL:2000086	neocortex basket cell	CL:0000118|CL:0010011
CL:2000087	dentate gyrus of hippocampal formation basket cell	CL:0000118|CL:0010011|CL:1001569|CL:4023062
CL:2000088	Ammon's horn basket cell	CL:0000118|CL:0010011|CL:1001569
CL:2000089	dentate gyrus granule cell	CL:0001033|CL:4023062	dentate gyrus of hippocampal formation granule cell
CL:2000090	dentate gyrus of hippocampal formation stellate cell	CL:0000122|CL:4023062
CL:2000091	endometrial microvascular endothelial cell	CL:0009095|CL:2000008
CL:2000092	hair follicular keratinocyte	CL:0002559|CL:4052061
CL:2000093	bronchus fibroblast of lung	CL:0002553
CL:2000094	nasal cavity respiratory epithelium epithelial cell of viscerocranial mucosa	CL:0002631|CL:1000441
CL:2000095	cord blood hematopoietic stem cell	CL:0002246|CL:0002352
CL:2000096	fibroblast of the reticular layer of dermis	CL:0000151|CL:0002551
CL:2000097	midbrain dopaminergic neuron	CL:0000700|CL:2000029
CL:3000000	ciliated epithelial cell of esophagus	CL:0002252
CL:3000001	Hofbauer cell	CL:4033087	fetal Hofbauer cell
CL:3000002	sympathetic noradrenergic neuron	CL:0008025|CL:0011103
CL:3000003	sympathetic cholinergic neuron	CL:0000108|CL:0011103
CL:3000004	peripheral sensory neuron	CL:0000101|CL:2000032
CL:4006000	fibroblast of breast	CL:0000057	breast fibroblast
CL:4006001	fibroblast of skin of scalp	CL:0002620	skin of scalp fibroblast
CL:4023000	beta motor neuron	CL:0008039
CL:4023001	static beta motor neuron	CL:4023000
CL:4023002	dynamic beta motor neuron	CL:4023000
CL:4023003	nuclear chain fiber	CL:0008047
CL:4023004	nuclear bag fiber	CL:0008047
CL:4023005	dynamic nuclear bag fiber	CL:4023004	bag1 fiber|nuclear bag1 intrafusal fiber
CL:4023006	static nuclear bag fiber	CL:4023004	bag2 fiber|nuclear bag2 intrafusal fiber
CL:4023007	L2/3 bipolar VIP GABAergic interneuron (Mmus)	CL:0000103|CL:4023016	L2/3 bipolar Vip (Mus musculus)
CL:4023008	intratelencephalic-projecting glutamatergic cortical neuron	CL:0000679|CL:0010012	IT neuron
CL:4023009	extratelencephalic-projecting glutamatergic cortical neuron	CL:0000679|CL:0010012	ET projecting neuron
CL:4023010	alpha7 GABAergic cortical interneuron (Mmus)	CL:0010011	A7 cell (Mus musculus)
CL:4023011	lamp5 GABAergic interneuron	CL:4023064
CL:4023012	near-projecting glutamatergic cortical neuron	CL:0000679|CL:0010012	NP neuron
CL:4023013	corticothalamic-projecting glutamatergic cortical neuron	CL:0000679|CL:0010012	CT projecting neuron
CL:4023014	L5 VIP GABAergic interneuron (Mmus)	CL:4023016	L5 VIP (Mus musculus)
CL:4023015	sncg GABAergic interneuron	CL:4023064
CL:4023016	VIP GABAergic interneuron	CL:4023064
CL:4023017	sst GABAergic interneuron	CL:4023069
CL:4023018	pvalb GABAergic interneuron	CL:0011005|CL:0012001|CL:4023063
CL:4023019	L5/6 cck, VIP GABAergic interneuron (Mmus)	CL:4023016|CL:4023071	L5/6 CCK Vip (Mus musculus)
CL:4023020	dynamic gamma motor neuron	CL:0008037
CL:4023021	static gamma motor neuron	CL:0008037
CL:4023022	canopy lamp5 GABAergic cortical interneuron (Mmus)	CL:4023011
CL:4023023	L5,6 neurogliaform lamp5 GABAergic interneuron (Mmus)	CL:0000693|CL:4023011	L5,6 NGC Lamp5 (Mus musculus)
CL:4023024	neurogliaform lamp5 GABAergic cortical interneuron (Mmus)	CL:0000693|CL:4023011	NGC Lamp5 (Mus musculus)
CL:4023025	long-range projecting sst GABAergic cortical interneuron (Mmus)	CL:4023121	LP SST (Mus musculus)
CL:4023026	direct pathway medium spiny neuron	CL:1001474	dopamine 1 medium spiny neuron
CL:4023027	L5 sst T-Martinotti interneuron (Mmus)	CL:0010011|CL:4023086	L5 T Martinotti SST (Mus musculus)
CL:4023028	L5 non-Martinotti sst GABAergic interneuron (Mmus)	CL:0010011	L5 non-Martinotti SST (Mus musculus)
CL:4023029	indirect pathway medium spiny neuron	CL:1001474	D2-MSN|dopamine 2 medium spiny neuron|iSPN
CL:4023030	L2/3/5 fan Martinotti sst GABAergic interneuron (Mmus)	CL:0010011|CL:4023087	L2/3/5 fan Martinotti SST (Mus musculus)
CL:4023031	L4 sst Martinotti interneuron (Mmus)	CL:0010011|CL:4023076	L4 SST (Mus musculus)
CL:4023032	ON retinal ganglion cell	CL:0000740
CL:4023033	OFF retinal ganglion cell	CL:0000740
CL:4023035	lateral ganglionic eminence derived neuron	CL:2000029	LGE-derived neuron
CL:4023036	pvalb chandelier GABAergic interneuron	CL:4023069	chandelier PV|chandelier cell
CL:4023038	L6b glutamatergic cortical neuron	CL:0000679|CL:0010012
CL:4023039	amygdala excitatory neuron	CL:0000679|CL:0012001
CL:4023040	L2/3-6 intratelencephalic projecting glutamatergic neuron	CL:4023008	L2/3-6 IT projecting neuron
CL:4023041	L5 extratelencephalic projecting glutamatergic cortical neuron	CL:4023009|CL:4023111	Pyramidal tract-like (PT-l)|burst-firing layer 5 neuron|thick-tufted layer 5 (TTL5) pyramidal neuron
CL:4023042	L6 corticothalamic-projecting glutamatergic cortical neuron	CL:4023013	L6 CT
CL:4023043	L5/6 near-projecting glutamatergic neuron of the primary motor cortex	CL:4030067	L5/6 NP M1|L5/6 NP MOp
CL:4023044	non-medulla, extratelencephalic-projecting glutamatergic neuron of the primary motor cortex	CL:2000049|CL:4023041	non-MY ET M1|non-MY ET MOp (Mus)
CL:4023045	medulla-projecting glutamatergic neuron of the primary motor cortex	CL:2000049|CL:4023041	MY ET M1|MY ET MOp|medulla-projecting extratelencephalic-projecting glutamatergic neuron of the primary motor cortex
CL:4023046	L6b glutamatergic neuron of the primary motor cortex	CL:4023038	L6b subplate glutamatergic neuron of the primary motor cortex
CL:4023047	L2/3 intratelencephalic projecting glutamatergic neuron of the primary motor cortex	CL:4030059	L2/3 IT M1|L2/3 IT MOp
CL:4023048	L4/5 intratelencephalic projecting glutamatergic neuron of the primary motor cortex	CL:4030062	L4/5 IT M1|L4/5 IT MOp
CL:4023049	L5 intratelencephalic projecting glutamatergic neuron of the primary motor cortex	CL:4030064	L5 IT M1|L5 IT MOp
CL:4023050	L6 intratelencephalic projecting glutamatergic neuron of the primary motor cortex	CL:2000049|CL:4023095|CL:4030065	L6 IT M1|L6 IT MOp
CL:4023051	vascular leptomeningeal cell	CL:4023058	VLMC
CL:4023052	Betz upper motor neuron	CL:0008049
CL:4023053	spinal interneuron synapsing Betz cell	CL:0008049
CL:4023054	mesothelial fibroblast	CL:0000057
CL:4023055	corticothalamic VAL/VM projecting glutamatergic neuron of the primary motor cortex	CL:2000049|CL:4023042|CL:4023095	CT VAL/VM M1|CT VAL/VM MOp
CL:4023056	vascular leptomeningeal cell (Mmus)	CL:4023051	VLMC (Mus musculus)
CL:4023057	cerebellar inhibitory GABAergic interneuron	CL:0011005|CL:1001611
CL:4023058	mesothelial fibroblast of the leptomeninx	CL:0002319|CL:4023054
CL:4023059	committed oligodendrocyte precursor	CL:0000123	COP|differentiation-committed oligodendrocyte precursor
CL:4023060	hippocampal CA1-3 neuron	CL:0002608
CL:4023061	hippocampal CA4 neuron	CL:2000029
CL:4023062	dentate gyrus neuron	CL:0002608
CL:4023063	medial ganglionic eminence derived interneuron	CL:0000099	MGE interneuron
CL:4023064	caudal ganglionic eminence derived interneuron	CL:0010011|CL:4042039	caudal ganglionic eminence derived GABAergic interneuron
CL:4023065	meis2 expressing cortical GABAergic cell	CL:0000617|CL:0010012
CL:4023066	horizontal pyramidal neuron	CL:0000598
CL:4023068	thalamic excitatory neuron	CL:0000679|CL:0012001
CL:4023069	medial ganglionic eminence derived GABAergic interneuron	CL:0010011|CL:4023063
CL:4023071	L5/6 cck GABAergic interneuron (Mmus)	CL:0010011	L5/6 CCK (Mus musculus)
CL:4023072	brain vascular cell	CL:0002319
CL:4023074	mammillary body neuron	CL:0012001
CL:4023075	L6 th sst GABAergic interneuron (Mmus)	CL:0010011	L6 Th+ SST (Mus musculus)|L6 tyrosine hydroxylase positive sst expressing GABAergic cortical interneuron (Mus musculus)
CL:4023076	Martinotti neuron	CL:0011005
CL:4023077	bitufted neuron	CL:0000099
CL:4023079	midbrain-derived inhibitory neuron	CL:2000029
CL:4023080	stellate L6 intratelencephalic projecting glutamatergic neuron of the primary motor cortex (Mmus)	CL:4023050|CL:4023093	stellate L6 IT MOp (Mus musculus)
CL:4023081	inverted L6 intratelencephalic projecting glutamatergic neuron of the primary motor cortex (Mmus)	CL:4023050|CL:4023092	inverted L6 IT MOp (Mus musculus)
CL:4023086	T Martinotti neuron	CL:4023076	T-shaped Martinotti neuron
CL:4023087	fan Martinotti neuron	CL:4023076	fanning-out Martinotti neuron
CL:4023088	large basket cell	CL:2000086
CL:4023089	nest basket cell	CL:2000086
CL:4023090	small basket cell	CL:2000086
CL:4023092	inverted pyramidal neuron	CL:0000598
CL:4023093	stellate pyramidal neuron	CL:0000598
CL:4023094	tufted pyramidal neuron	CL:0000598
CL:4023095	untufted pyramidal neuron	CL:0000598
CL:4023097	arachnoid barrier cell	CL:4023058
CL:4023107	reticulospinal neuron	CL:2000029	RSN
CL:4023108	oxytocin-secreting magnocellular cell	CL:0011003
CL:4023109	vasopressin-secreting magnocellular cell	CL:0000167|CL:0011003
CL:4023110	amygdala pyramidal neuron	CL:0000598|CL:0012001
CL:4023111	cerebral cortex pyramidal neuron	CL:0000598|CL:0010012
CL:4023112	vestibular afferent neuron	CL:0000101
CL:4023113	bouton vestibular afferent neuron	CL:4023112
CL:4023114	calyx vestibular afferent neuron	CL:4023112
CL:4023115	type 1 spiral ganglion neuron	CL:0011113	type I spiral ganglion cell
CL:4023116	type 2 spiral ganglion neuron	CL:0011113	type II spiral ganglion cell
CL:4023118	L5/6 non-Martinotti sst GABAergic interneuron (Mmus)	CL:0010011	L5/6 non-Martinotti SST (Mus musculus)|L5/6 non-Martinotti morphology sst expressing GABAergic cortical interneuron (Mus musculus)
CL:4023119	displaced amacrine cell	CL:0000561	dACs|inverted amacrine cell
CL:4023120	cochlea auditory hair cell	CL:0000202|CL:0002374	cochlear hair cell
CL:4023121	sst chodl GABAergic interneuron	CL:4023017
CL:4023122	oxytocin receptor sst GABAergic cortical interneuron	CL:0010011
CL:4023123	hypothalamus kisspeptin neuron	CL:0012001|CL:4023130
CL:4023124	dentate gyrus kisspeptin neuron	CL:4023062|CL:4023130
CL:4023125	KNDy neuron	CL:4023123	kisspeptin, neurokinin B and dynorphin expressing neuron
CL:4023127	arcuate nucleus of hypothalamus KNDy neuron	CL:4023125
CL:4023128	rostral periventricular region of the third ventricle KNDy neuron	CL:4023125	RP3V KNDy neuron
CL:4023129	retinoblast	CL:0009004	retinal stem cell
CL:4023130	kisspeptin neuron	CL:2000029
CL:4023154	myelinating glial cell	CL:0000125
CL:4023158	octopus cell of the mammalian cochlear nucleus	CL:2000029
CL:4023159	double bouquet cell	CL:0000099
CL:4023160	cartwheel cell	CL:0008059|CL:2000029
CL:4023161	unipolar brush cell	CL:0000099|CL:0000679	neuronal brush cell
CL:4023162	bushy cell	CL:2000029
CL:4023163	spherical bushy cell	CL:4023162
CL:4023164	globular bushy cell	CL:4023162	GBC
CL:4023168	somatosensory neuron	CL:2000032
CL:4023169	trigeminal neuron	CL:2000029
CL:4023170	trigeminal sensory neuron	CL:0000006|CL:4023169
CL:4023171	trigeminal motor neuron	CL:0000100|CL:4023169
CL:4023181	hypendymal cell	CL:0000710|CL:0002319
CL:4023187	koniocellular cell	CL:0012001	K cell
CL:4023188	midget ganglion cell of retina	CL:0000740
CL:4023189	parasol ganglion cell of retina	CL:0000740
CL:4028001	pulmonary capillary endothelial cell	CL:0002144|CL:2000016	lung capillary endothelial cell
CL:4028002	alveolar capillary type 1 endothelial cell	CL:4028001
CL:4028003	alveolar capillary type 2 endothelial cell	CL:4028001
CL:4028004	alveolar type 1 fibroblast cell	CL:0002241|CL:0002553
CL:4028006	alveolar adventitial fibroblast	CL:0002241|CL:0002553	alveolar type 2 fibroblast cell
CL:4029001	gamete-nursing cell	CL:0000000
CL:4029002	germline-derived nurse cell	CL:0000039|CL:4029001
CL:4029003	somatic nurse-like cell	CL:4029001
CL:4030000	choroidal melanocyte	CL:0000148	uveal melanocyte
CL:4030001	stromal cell of thymus	CL:0000499	thymic stromal cell
CL:4030002	effector memory CD45RA-positive, alpha-beta T cell, terminally differentiated	CL:0000791	TEMRA cell|terminally differentiated effector memory CD45RA+ T cells|terminally differentiated effector memory cells re-expressing CD45RA
CL:4030003	interstitial cell of thymus	CL:4030001	thymic interstitial cell
CL:4030004	thymic nurse cell	CL:0002293
CL:4030005	kidney collecting duct beta-intercalated cell	CL:0002201|CL:1000715	B-IC|kidney collecting duct intercalated cell type B
CL:4030006	fallopian tube secretory epithelial cell	CL:1001591|CL:4052019	uterine tube secretory epithelial cell
CL:4030007	fallopian tube multiciliated epithelial cell	CL:0005012|CL:4052018	fallopian tube ciliated cell|fallopian tube multiciliated cell|uterine tube ciliated epithelial cell
CL:4030008	pronephric podocyte	CL:0000653	pronephric glomerular visceral epithelial cell
CL:4030009	epithelial cell of proximal tubule segment 1	CL:1000838	epithelial cell of segment 1 of proximal tubule
CL:4030010	epithelial cell of proximal tubule segment 2	CL:1000838	epithelial cell of segment 2 of proximal tubule
CL:4030011	epithelial cell of proximal tubule segment 3	CL:0002307|CL:1000839	epithelial cell of segment 3 of proximal tubule
CL:4030012	kidney loop of Henle short descending thin limb epithelial cell	CL:0000076|CL:1001111	epithelial cell of the descending thin limb of the short loop of Henle
CL:4030013	kidney loop of Henle long descending thin limb outer medulla epithelial cell	CL:1001111	epithelial cell of the outer medulla of the long descending limb of the loop of Henle
CL:4030014	kidney loop of Henle long descending thin limb inner medulla epithelial cell	CL:1001111	epithelial cell of the inner medulla of the long descending limb of the loop of Henle
CL:4030015	kidney collecting duct alpha-intercalated cell	CL:0005011|CL:1001432	kidney collecting duct intercalated cell type A
CL:4030016	epithelial cell of early distal convoluted tubule	CL:1000849
CL:4030017	epithelial cell of late distal convoluted tubule	CL:1000849
CL:4030018	kidney connecting tubule principal cell	CL:0005009|CL:1000768
CL:4030019	kidney connecting tubule intercalated cell	CL:0005010|CL:1000768
CL:4030020	kidney connecting tubule alpha-intercalated cell	CL:0005011|CL:4030019	connecting tubule A-IC|kidney connecting tubule intercalated cell type A
CL:4030021	kidney connecting tubule beta-intercalated cell	CL:0002201|CL:4030019	connecting tubule B-IC|kidney connecting tubule intercalated cell type B
CL:4030022	renal medullary fibroblast	CL:1000682|CL:1000692	kidney medullary fibroblast
CL:4030023	respiratory tract hillock cell	CL:0002368|CL:4030024	hillock cell of respiratory tract|respiratory hillock cell
CL:4030024	hillock cell	CL:0000066
CL:4030025	renal cortical fibroblast	CL:1000681|CL:1000692	kidney cortical fibroblast
CL:4030026	BEST4+ enterocyte	CL:0000584
CL:4030027	GABAergic amacrine cell	CL:0000561|CL:0011005	amacrine cell, GABAergic
CL:4030028	glycinergic amacrine cell	CL:0000561|CL:1001509	amacrine cell, glycinergic
CL:4030029	blood lymphocyte	CL:0000542|CL:2000001
CL:4030030	peripheral blood lymphocyte	CL:4030029
CL:4030031	interstitial cell	CL:0000255
CL:4030032	valve interstitial cell	CL:0000151|CL:1000147|CL:4030031	VIC|cardiac valve interstitial cell|valvular interstitial cell
CL:4030033	valve endothelial cell	CL:0010008|CL:1000147	VEC|valvular endothelial cell
CL:4030034	respiratory tract multiciliated cell	CL:0002368|CL:0005012	ciliated cell of the respiratory tract|respiratory ciliated cell|respiratory multiciliated cell
CL:4030035	dental pulp stem cell	CL:0000034|CL:0002148	DPSC
CL:4030036	early spermatid	CL:0000018	round spermatid
CL:4030037	late spermatid	CL:0000018	elongated spermatid
CL:4030038	CD24-positive, CD-133-positive, vimentin-positive proximal tubular cell	CL:0002306
CL:4030039	von Economo neuron	CL:4023009
CL:4030040	endometrial multiciliated epithelial cell	CL:0002149|CL:0005012	ciliated cell of the endometrium|endometrial ciliated epithelial cell|endometrium ciliated epithelial cell
CL:4030041	luminal endometrial multiciliated epithelial cell	CL:4030040|CL:4052050	luminal endometrial ciliated epithelial cell
CL:4030042	glandular endometrial multiciliated epithelial cell	CL:0009084|CL:4030040	glandular endometrial ciliated epithelial cell
CL:4030043	matrix D1 medium spiny neuron	CL:0002613|CL:4023026
CL:4030047	matrix D2 medium spiny neuron	CL:0002613|CL:4023029
CL:4030048	striosomal D1 medium spiny neuron	CL:0002613|CL:4023026	striosome D1 medium spiny neuron
CL:4030049	striosomal D2 medium spiny neuron	CL:0002613|CL:4023029	striosome D2 medium spiny neuron
CL:4030050	D1/D2-hybrid medium spiny neuron	CL:0002613|CL:1001474
CL:4030051	nucleus accumbens shell and olfactory tubercle D1 medium spiny neuron	CL:0002613|CL:1001474	NAc shell and OT D1 medium spiny neuron
CL:4030052	nucleus accumbens shell and olfactory tubercle D2 medium spiny neuron	CL:0002613|CL:1001474	NAc shell and OT D2 medium spiny neuron
CL:4030053	Islands of Calleja granule cell	CL:0000120|CL:0000617|CL:0002613
CL:4030054	D1-NUDAP medium spiny neuron	CL:0002613|CL:1001474	RXFP1-positive interface island D1-medium spiny neuron
CL:4030055	intermediate cell of urothelium	CL:0000731	urothelial intermediate cell
CL:4030056	umbrella cell of urothelium	CL:0000731	facet cell of urothelium|superficial cell of urothelium
CL:4030057	eccentric medium spiny neuron	CL:1001474	eccentric spiny projection neuron
CL:4030058	TCR-positive macrophage	CL:0000235	T cell receptor positive macrophage|TCR+ macrophage
CL:4030059	L2/3 intratelencephalic projecting glutamatergic neuron	CL:4023040
CL:4030060	L2 intratelencephalic projecting glutamatergic neuron	CL:4023040
CL:4030061	L3 intratelencephalic projecting glutamatergic neuron	CL:4023040
CL:4030062	L4/5 intratelencephalic projecting glutamatergic neuron	CL:4023040
CL:4030063	L4 intratelencephalic projecting glutamatergic neuron	CL:4023040
CL:4030064	L5 intratelencephalic projecting glutamatergic neuron	CL:4023040
CL:4030065	L6 intratelencephalic projecting glutamatergic neuron	CL:4023040
CL:4030066	ureteric bud cell	CL:0000068|CL:0002518
CL:4030067	L5/6 near-projecting glutamatergic neuron	CL:4023012
CL:4030068	L6 intratelencephalic projecting Car3 glutamatergic neuron	CL:4030065	L6 IT Car3 glutamatergic neuron
CL:4032000	club-like cell of the urethral epithelium	CL:1000296	club cell of the urethra epithelium|club-like cell of the prostatic urethra epithelium|prostate club cell
CL:4032001	reelin GABAergic cortical interneuron	CL:0010011	rln GABAergic cortical interneuron
CL:4033000	endothelial cell of venule of lymph node	CL:1000414
CL:4033001	endothelial cell of arteriole of lymph node	CL:1000412
CL:4033002	neuroendocrine cell of epithelium of crypt of Lieberkuhn	CL:0000150|CL:0000165|CL:1001516
CL:4033003	myoepithelial cell of bronchus submucosal gland	CL:0000185|CL:0002328
CL:4033004	smooth muscle cell of taenia coli	CL:1000279
CL:4033005	serous secreting cell of bronchus submucosal gland	CL:0000152|CL:0019001
CL:4033006	endothelial cell of efferent lymphatic vessel	CL:0002138
CL:4033007	brush cell of epithelium of lobar bronchus	CL:0000082|CL:0002208
CL:4033008	vein endothelial cell of respiratory system	CL:0002543
CL:4033009	goblet cell of epithelium of lobar bronchus	CL:1000143|CL:1000312
CL:4033010	neuroendocrine cell of epithelium of lobar bronchus	CL:0000082|CL:0002328|CL:0008055|CL:1000223
CL:4033011	smooth muscle cell of large intestine smooth muscle circular layer	CL:1000279
CL:4033012	smooth muscle cell of large intestine smooth muscle longitudinal layer	CL:1000279
CL:4033013	suprabasal keratinocyte	CL:4052061|CL:7770004
CL:4033014	peg cell	CL:4052019	FTE stem-like cell|FTESC|fallopian tube epithelial stem-like cell|intercalary cell
CL:4033015	retinal astrocyte	CL:0000127|CL:0009004
CL:4033016	secondary crest myofibroblast	CL:0000186	secondary-crest myofibroblast
CL:4033017	bronchiolar smooth muscle cell	CL:0019019
CL:4033018	lung megakaryocyte	CL:0000556|CL:0002320	lung resident megakaryocyte|lung-resident megakaryocyte
CL:4033019	ON-blue cone bipolar cell	CL:0000749
CL:4033020	mucus secreting cell of trachea gland	CL:0000307|CL:4033037	tracheal submucosal gland mucous cell
CL:4033021	myoepithelial cell of trachea gland	CL:0000185|CL:0000307
CL:4033022	mucus secreting cell of bronchus submucosal gland	CL:0002328|CL:4033037	bronchial gland mucous cell
CL:4033023	airway submucosal gland collecting duct epithelial cell	CL:0000066
CL:4033024	airway submucosal gland duct basal cell	CL:0000646
CL:4033025	perichondrial fibroblast	CL:0000057
CL:4033026	lung perichondrial fibroblast	CL:0002553|CL:4033025
CL:4033027	diffuse bipolar 1 cell	CL:0000750	Diffuse Bipolar Cell Type DB1
CL:4033028	diffuse bipolar 2 cell	CL:0000750
CL:4033029	diffuse bipolar 3a cell	CL:0000750
CL:4033030	diffuse bipolar 3b cell	CL:0000750
CL:4033031	diffuse bipolar 4 cell	CL:0000749
CL:4033032	diffuse bipolar 6 cell	CL:0000749
CL:4033033	flat midget bipolar cell	CL:0000750
CL:4033034	invaginating midget bipolar cell	CL:0000749
CL:4033035	giant bipolar cell	CL:0000749
CL:4033036	OFFx cell	CL:0000750
CL:4033037	mucus secreting cell of tracheobronchial tree submucosal gland	CL:0000150|CL:0000152|CL:0000319|CL:0002202|CL:0008055
CL:4033038	lung resident memory CD4-positive, alpha-beta T cell	CL:0000897	lung resident memory CD4 T cell
CL:4033039	lung resident memory CD8-positive, alpha-beta T cell	CL:0000909
CL:4033040	lung resident memory CD8-positive, CD103-positive, alpha-beta T cell	CL:4033039	lung TRM CD8-positive, CD103-positive cell|lung TRM CD8-positive, integrin alpha E-positive cell|lung resident memory CD8-positive CD103-positive, alpha-beta T cell
CL:4033041	CCL3-positive alveolar macrophage	CL:0000583	alveolar macrophage CCL3-positive
CL:4033042	metallothionein-positive alveolar macrophage	CL:0000583	alveolar macrophage MT-positive|alveolar macrophage metallothionein-positive
CL:4033043	lung interstitial macrophage	CL:0000864|CL:0002320|CL:1001603
CL:4033044	deuterosomal cell	CL:0002368
CL:4033045	lung migratory dendritic cell	CL:0000451
CL:4033046	ON midget ganglion cell	CL:4023032|CL:4023188	ON-midget RGC|ON-midget cell|inner stratifying midget cell
CL:4033047	OFF midget ganglion cell	CL:4023033|CL:4023188	OFF-midget RGC|OFF-midget cell|outer stratifying midget cell
CL:4033048	respiratory tract suprabasal cell	CL:0002368|CL:0011026|CL:7770004	respiratory parabasal cell|respiratory suprabasal cell|respiratory suprabasal progenitor cell
CL:4033049	taste receptor cell of tongue	CL:0000209|CL:0002319
CL:4033050	catecholaminergic neuron	CL:0000151|CL:0000540
CL:4033051	OFF parasol ganglion cell	CL:4023033|CL:4023189	OFF-parasol RGC|OFF-parasol retinal ganglion cell|outer parasol cell
CL:4033052	ON parasol ganglion cell	CL:4023032|CL:4023189	ON-parasol RGC|ON-parasol retinal ganglion cell|inner parasol cell
CL:4033053	small bistratified retinal ganglion cell	CL:0003001	small bistratified cell|small bistratified cell, blue-ON/yellow-OFF ganglion cell
CL:4033054	perivascular cell	CL:0000000
CL:4033055	airway submucosal gland duct multiciliated cell	CL:0000068|CL:0005012	airway submucosal gland duct ciliated cell
CL:4033056	onychocyte	CL:0000240|CL:4052061
CL:4033057	luminal adaptive secretory precursor cell of mammary gland	CL:0002326|CL:0011026	ER-negative luminal alveolar progenitor
CL:4033058	luminal hormone-sensing cell of mammary gland	CL:0002326	ER-positive luminal hormone-sensor cell
CL:4033059	lactocyte type 1	CL:0002325
CL:4033060	lactocyte type 2	CL:0002325
CL:4033061	endothelial cell of central vein of liver	CL:0002543
CL:4033062	interstitial extravillous trophoblast cell	CL:0000351	invasive interstitial extravillous trophoblast cell
CL:4033063	endovascular extravillous trophoblast cell	CL:0000351
CL:4033064	uterine resident macrophage	CL:0000864
CL:4033065	preplasmablast	CL:0000785	pre-plasmablast|preplasmablastic cell
CL:4033066	pre-granulosa cell	CL:0000255|CL:0000630	ovarian pregranulosa cell|pregranulosa cell
CL:4033067	mural granulosa cell	CL:0000501
CL:4033068	cycling B cell	CL:0000236	proliferating B cell
CL:4033069	cycling T cell	CL:0000084	proliferating T cell
CL:4033070	cycling dendritic cell	CL:0000451|CL:4033078	proliferating dendritic cell
CL:4033071	cycling natural killer cell	CL:0000623	proliferating natural killer cell
CL:4033072	cycling gamma-delta T cell	CL:0000798|CL:4033069	proliferating gamma-delta T cell
CL:4033073	cycling monocyte	CL:0000576|CL:4033078|CL:4033081	proliferating monocyte
CL:4033074	cycling CD8-positive, alpha-beta T cell	CL:0000625|CL:4033069	proliferating CD8-positive, alpha-beta T cell
CL:4033075	cycling CD4-positive, alpha-beta T cell	CL:0000624|CL:4033069	proliferating CD4-positive, alpha-beta T cell
CL:4033076	cycling macrophage	CL:0000235|CL:4033078|CL:4033081	proliferating macrophage
CL:4033077	cycling alveolar macrophage	CL:0000583|CL:4033076	proliferating alveolar macrophage
CL:4033078	cycling mononuclear phagocyte	CL:0000113	proliferating mononuclear phagocyte
CL:4033079	cycling endothelial cell of lymphatic vessel	CL:0002138	proliferating endothelial cell of lymphatic vessel
CL:4033080	cycling pulmonary alveolar type 2 cell	CL:0002063	proliferating pulmonary alveolar type 2 cell
CL:4033081	cycling myeloid cell	CL:0000763	proliferating myeloid cell
CL:4033082	cycling basal cell	CL:0000646	proliferating basal cell
CL:4033083	squamous granulosa cell	CL:0000501	flattened granulosa cell
CL:4033084	cuboidal granulosa cell	CL:0000501	columnar granulosa cell|cuboidal epithelial granulosa cell
CL:4033085	diffuse bipolar 5 cell	CL:0000749
CL:4033086	lipid-associated macrophage	CL:4047053
CL:4033087	placental resident macrophage	CL:0000864
CL:4033088	decidual resident macrophage	CL:0000349|CL:4033087
CL:4033089	atretic follicular cell of ovary	CL:0002174
CL:4033090	atretic granulosa cell	CL:4033089
CL:4033091	glycinergic-GABAergic amacrine cell	CL:0008059|CL:4030027|CL:4030028	glycinergic/GABAergic amacrine neuron
CL:4033092	CD57-positive enterocyte	CL:1000335	CD57+ enterocyte
CL:4033093	limbal epithelial stem cell of cornea	CL:0000036	limbal epithelial stem cell|limbal stem cell
CL:4033094	age-associated B cell	CL:0000787
CL:4033095	diffuse bipolar 4a cell	CL:0000749
CL:4033096	diffuse bipolar 4b cell	CL:0000749
CL:4033097	Schlemm's canal endothelial cell	CL:0002543
CL:4033098	inner wall Schlemm's canal endothelial cell	CL:4033097
CL:4033099	outer wall Schlemm's canal endothelial cell	CL:4033097
CL:4033100	atrial intrinsic cardiac ganglion TH neuron	CL:0010022|CL:0011103
CL:4033101	superior cervical ganglion TH/DBH neuron	CL:0011103	SCG TH/DBH neuron
CL:4033102	superior cervical ganglion TH neuron	CL:0011103	SCG TH neuron
CL:4033103	superior cervical ganglion NPY neuron	CL:0011103	SCG NPY neuron
CL:4033104	superior cervical ganglion TH/NPY neuron	CL:0011103	SCG TH/NPY neuron
CL:4033105	superior cervical ganglion SST neuron	CL:0011103	SCG SST neuron
CL:4033106	superior cervical ganglion VIP neuron	CL:0011103	SCG VIP neuron
CL:4033107	superior cervical ganglion CGRP neuron	CL:0011103	SCG CGRP neuron
CL:4033108	middle cervical ganglion DBH neuron	CL:0011103	MCG DBH neuron
CL:4033109	middle cervical ganglion TH neuron	CL:0011103	MCG TH neuron
CL:4033110	middle cervical ganglion TH/NPY neuron	CL:0011103	MCG TH/NPY neuron
CL:4033111	middle cervical ganglion NPY neuron	CL:0011103	MCG NPY neuron
CL:4033112	middle cervical ganglion VIP neuron	CL:0011103	MCG VIP neuron
CL:4033113	cervicothoracic ganglion enkephalin neuron	CL:0011103	stellate ganglion enkephalin neuron
CL:4033114	cervicothoracic ganglion TH neuron	CL:0011103	stellate ganglion TH neuron
CL:4033115	cervicothoracic ganglion TH/NPY neuron	CL:0011103	stellate ganglion TH/NPY neuron
CL:4033116	cervicothoracic ganglion VIP neuron	CL:0011103	stellate ganglion VIP neuron
CL:4033117	cervicothoracic ganglion VAChT neuron	CL:0011103	stellate ganglion VAChT neuron
CL:4033118	thoracic ganglion enkephalin neuron	CL:0011103
CL:4033119	thoracic ganglion TH neuron	CL:0011103
CL:4033120	thoracic ganglion TH/NPY neuron	CL:0011103
CL:4033121	lumbar ganglion VIP neuron	CL:0011103
CL:4033122	lumbar ganglion SST/TH neuron	CL:0011103
CL:4033123	lumbar ganglion TH/NPY neuron	CL:0011103
CL:4033124	lumbar ganglion TH neuron	CL:0011103
CL:4033125	lumbar ganglion NPY neuron	CL:0011103
CL:4033126	sacral ganglion TH neuron	CL:0011103
CL:4033127	lower airway ganglion ChAT/VIP neuron	CL:0011102
CL:4033128	celiac ganglion VIP neuron	CL:0011103	CG VIP neuron
CL:4033129	celiac ganglion PHI neuron	CL:0011103	CG PHI neuron
CL:4033130	celiac ganglion CGRP neuron	CL:0011103	CG CGRP neuron
CL:4033131	celiac ganglion SP neuron	CL:0011103	CG SP neuron
CL:4033132	celiac ganglion SOM neuron	CL:0011103	CG SOM neuron
CL:4033133	celiac ganglion SOM/CGRP neuron	CL:0011103	CG SOM/CGRP neuron
CL:4033134	superior mesenteric ganglion SP neuron	CL:0011103	SMG SP neuron
CL:4033135	inferior mesenteric ganglion TH neuron	CL:0011103	IMG TH neuron
CL:4033136	inferior mesenteric ganglion SP neuron	CL:0011103	IMG SP neuron
CL:4033137	otic ganglion nNOS neuron	CL:0011102
CL:4033138	otic ganglion VIP neuron	CL:0011102
CL:4033139	ciliary ganglion VIP/PHI neuron	CL:0011102	ciliary ganglion VIP-PHI neuron
CL:4033140	ciliary ganglion TH neuron	CL:0011102
CL:4033141	submandibular ganglion TH cholinergic neuron	CL:0011102
CL:4033142	submandibular ganglion VIP/PHI neuron	CL:0011102
CL:4033143	submandibular ganglion nNOS neuron	CL:0011102
CL:4033144	pterygopalatine ganglion VIP/PHI neuron	CL:0011102	sphenopalatine ganglion VIP/PHI neuron
CL:4033145	pterygopalatine ganglion VIP neuron	CL:0011102	sphenopalatine ganglion VIP neuron
CL:4033146	pterygopalatine ganglion nNOS neuron	CL:0011102	sphenopalatine ganglion nNOS neuron
CL:4033147	vestibular ganglion SP neuron	CL:0000101	Scarpa's ganglion SP neuron
CL:4033148	nodose ganglion TRPV1 neuron	CL:0000101	inferior vagus X ganglion TRPV1 neuron
CL:4033149	nodose ganglion P2X3 neuron	CL:0000101	inferior vagus X ganglion P2X3 neuron
CL:4033150	nodose ganglion TRPV2 neuron	CL:0000101	inferior vagus X ganglion TRPV2 neuron
CL:4033151	nodose ganglion PVALB neuron	CL:0000101	inferior vagus X ganglion PVALB neuron
CL:4033152	jugular ganglion TRPV1 neuron	CL:0000101	superior vagus X ganglion TRPV1 neuron
CL:4033153	jugular ganglion TRPV2 neuron	CL:0000101	superior vagus X ganglion TRPV2 neuron
CL:4033154	jugular ganglion SP neuron	CL:0000101	superior vagus X ganglion SP neuron
CL:4033155	jugular ganglion CGRP neuron	CL:0000101	superior vagus X ganglion CGRP neuron
CL:4033156	jugular ganglion SPARCL1 neuron	CL:0000101	superior vagus X ganglion SPARCL1 neuron
CL:4033157	geniculate ganglion TRPV1 neuron	CL:0000101
CL:4033158	geniculate ganglion SPARCL1 neuron	CL:0000101
CL:4033159	geniculate ganglion VGLUT2 neuron	CL:0000101
CL:4033160	myenteric ganglion of small intestine ChAT neuron	CL:0020057
CL:4033161	myenteric ganglion of small intestine nNOS neuron	CL:0007011
CL:4033162	myenteric ganglion of small intestine VIP neuron	CL:0007011
CL:4033163	myenteric ganglion of small intestine nNOS/VIP neuron	CL:0007011
CL:4033164	myenteric ganglion of small intestine nNOS/ChAT neuron	CL:0007011
CL:4033165	myenteric ganglion of small intestine ChAT/CALR/SOM/SP neuron	CL:0007011
CL:4033166	myenteric ganglion of small intestine VIP/GAL neuron	CL:0007011
CL:4033167	pelvic ganglion TH neuron	CL:0011103
CL:4033168	pelvic ganglion TH/DBH neuron	CL:0011103
CL:4033169	pelvic ganglion VAChT neuron	CL:0011102
CL:4033170	pelvic ganglion nNOS neuron	CL:0011102
CL:4033171	pelvic ganglion nNOS/VIP neuron	CL:0011102
CL:4033172	pelvic ganglion NPY/VAChT neuron	CL:0011102
CL:4033173	pelvic ganglion nNOS/VAChT neuron	CL:0011102
CL:4033174	ovarian nerve plexus ganglion TH neuron	CL:0011103
CL:4033175	dorsal root ganglion BRN3A neuron	CL:1001451	DRG BRN3A neuron
CL:4033176	dorsal root ganglion CGRP neuron	CL:1001451	DRG CGRP neuron
CL:4033177	dorsal root ganglion EDN1 neuron	CL:1001451	DRG EDN1 neuron
CL:4033178	dorsal root ganglion Nav1.7 neuron	CL:1001451	DRG Nav1.7 neuron
CL:4033179	dorsal root ganglion Nav1.9 neuron	CL:1001451	DRG Nav1.9 neuron
CL:4033180	dorsal root ganglion peripherin neuron	CL:1001451	DRG peripherin neuron
CL:4033181	dorsal root ganglion Piezo2 neuron	CL:1001451	DRG Piezo2 neuron
CL:4033182	dorsal root ganglion RET neuron	CL:1001451	DRG RET neuron
CL:4033183	dorsal root ganglion SP neuron	CL:1001451	DRG SP neuron
CL:4033184	dorsal root ganglion TRPV1 neuron	CL:1001451	DRG TRPV1 neuron
CL:4040000	glial restricted tripotential precursor cell	CL:0000123|CL:0011115	tripotential glial-restricted precursor cell
CL:4040001	chorionic girdle cell	CL:0011101	equine chorionic girdle cell
CL:4040002	enteroglial cell	CL:0000125	enteric glial cell
CL:4040003	fetal pre-type II pulmonary alveolar epithelial cell	CL:0000322	fetal alveolar pre-type II epithelial cell|fetal pre-type 2 pneumocyte|fetal pre-type II alveolar epithelial cell|fetal pre-type II pneumocyte
CL:4040004	mesenchymal stem cell of orbital adipose tissue	CL:0002570	OAMSC|Orbital ASCs|orbital adipose-derived mesenchymal stem cell
CL:4040005	mesenchymal stem cell of apical papilla	CL:0000134
CL:4040006	dermal chromatophore	CL:0000147|CL:0000255
CL:4042001	TAC3-positive striatal interneuron	CL:0002613|CL:0011005	TAC3 interneuron
CL:4042002	TAC3-positive medium spiny neuron	CL:4030051
CL:4042003	border associated macrophage	CL:0000878
CL:4042004	choroid epiplexus macrophage	CL:0000880	Kolmer’s cell
CL:4042005	stromal choroid plexus macrophage	CL:0000880
CL:4042006	dural macrophage	CL:4042003
CL:4042007	protoplasmic astrocyte	CL:0002605
CL:4042008	fibrous astrocyte	CL:0000127
CL:4042009	interlaminar astrocyte	CL:0002605
CL:4042010	pial interlaminar astrocyte	CL:4042009
CL:4042011	subpial interlaminar astrocyte	CL:4042009
CL:4042012	L2 marginal neuron	CL:4030060	layer 2 marginal neuron
CL:4042013	Lamp5 Lhx6 neuron	CL:4023011|CL:4023069	Ivy cell|Lamp5-Lhx6 type
CL:4042014	spiny VIP neuron	CL:4023016	superficial VIP-positive spiny neuron
CL:4042015	VIP-ChAT interneuron	CL:0008061|CL:4023016	VIP+/ChAT+ interneuron|VIP/ChAT interneuron
CL:4042016	nasal serous secreting cell	CL:0000152|CL:0000313
CL:4042017	alpha1-tanycyte	CL:0002085
CL:4042018	alpha2-tanycyte	CL:0002085
CL:4042019	beta1-tanycyte	CL:0002085|CL:1100001
CL:4042020	beta2-tanycyte	CL:0002085
CL:4042021	neuronal-restricted precursor	CL:0000123|CL:0011026
CL:4042022	astrocyte-restricted precursor	CL:0000123|CL:0011026
CL:4042023	striatal pthlh-expressing interneuron	CL:0002613|CL:0011005
CL:4042024	striatal PTHLH MOXD1 expressing interneuron	CL:4042023
CL:4042025	substantia nigra dopaminergic neuron	CL:0002614|CL:2000097
CL:4042026	GABAergic interneuron of the anterior substantia nigra pars reticulata	CL:0002614
CL:4042027	GABAergic interneuron of the posterior substantia nigra pars reticulata	CL:0002614
CL:4042028	immature neuron	CL:2000029
CL:4042029	cortical immature neuron	CL:0010012|CL:4042028
CL:4042030	candelabrum cell	CL:4072102	candelabrum interneuron
CL:4042031	immune oligodendroglia	CL:0000128	immune oligodendrocyte
CL:4042032	PAX6 GABAergic interneuron	CL:4023064
CL:4042033	pro-opiomelanocortin neuron	CL:0000165
CL:4042034	CGRP-expressing neuron	CL:0000526|CL:2000029	Calcitonin gene-related peptide neuron
CL:4042035	molecular layer interneuron	CL:4023057
CL:4042036	melanin-concentrating hormone neuron	CL:2000029
CL:4042037	sst GABAergic neuron of the striatum	CL:0000617|CL:0002613
CL:4042038	rostral primary motorneuron	CL:0000533
CL:4042039	caudal ganglionic eminence derived neuron	CL:2000029
CL:4042040	glutamatergic neuron of the basal ganglia	CL:0000679|CL:2000029
CL:4042041	middle primary motoneuron	CL:0000533
CL:4047001	cycling stromal cell	CL:0000499	proliferating stromal cell
CL:4047002	cycling glial cell	CL:0000125	proliferating glial cell
CL:4047003	cycling plasma cell	CL:0000786	proliferating plasma cell
CL:4047004	cycling type EC enteroendocrine cell	CL:0000577	proliferating type EC enteroendocrine cell
CL:4047005	cycling neuroblast (sensu Vertebrata)	CL:0000031	proliferating neuroblast (sensu Vertebrata)
CL:4047006	fetal artery endothelial cell	CL:1000413	endothelial cell of fetal artery|fetal arterial EC|fetal artery EC
CL:4047007	immature pericyte	CL:0000669
CL:4047011	fetal vein endothelial cell	CL:0002543	fetal venous endothelial cell
CL:4047012	angiogenic pericyte	CL:0000669
CL:4047017	transit amplifying cell of gut	CL:0002563|CL:0009010
CL:4047018	early colonocyte	CL:1000347|CL:4047019	early enterocyte of colon
CL:4047019	early enterocyte	CL:0000584
CL:4047023	intestinal lamina propria fibroblast	CL:0000057|CL:0000151
CL:4047025	type G cell of stomach	CL:0000508|CL:1000222
CL:4047029	post-arteriole capillary cell	CL:0002144
CL:4047030	pre-venule capillary cell	CL:0002144	Cap-Venous endothelial cell
CL:4047032	secretory pericyte	CL:0000151|CL:0000669
CL:4047034	smooth muscle cell of stomach	CL:0000192
CL:4047035	stomach smooth muscle outer longitudinal layer cell	CL:4047034
CL:4047036	stomach smooth muscle circular layer cell	CL:4047034
CL:4047037	stomach smooth muscle inner oblique layer cell	CL:4047034	stomach smooth muscle oblique layer cell
CL:4047038	dogiel type I neuron	CL:0000104|CL:0007011
CL:4047040	smooth muscle circular layer cell	CL:0000192
CL:4047042	type 1 myenteric plexus glia	CL:4040002
CL:4047043	type 1 submucosal plexus glia	CL:4040002
CL:4047044	type 2 interganglionic glia	CL:4040002	type II enteric glia
CL:4047045	type 3 mucosal glia	CL:4040002
CL:4047047	type I enteric glial cell	CL:4040002	intraganglionic glia|type 1 enteric glia|type I enteric glia
CL:4047048	type 4 muscularis propria glia	CL:4040002
CL:4047051	small intestine BEST4+ enterocyte	CL:1000334|CL:4030026
CL:4047052	BEST4+ colonocyte	CL:1000347|CL:4030026
CL:4047053	TREM2-positive macrophage	CL:0000235
CL:4047054	migratory dendritic cell	CL:0000451
CL:4047056	large mucus secreting cholangiocyte	CL:0000319|CL:1000488|CL:1100001
CL:4047060	BAG3-positive monocyte	CL:0000576	BAG3+ monocyte
CL:4047101	liver-resident natural killer cell	CL:0000623	he-NK|hepatic NK|hepatic natural killer cells|intrahepatic NK|liver NK cell|liver resident natural killer cell|liver-specific natural killer cell|lr-NK
CL:4052001	multiciliated ependymal cell	CL:0000065|CL:0005012
CL:4052002	syncytial cell	CL:0000228	syncytium
CL:4052003	intestinal villus capillary endothelial cell	CL:0000131|CL:0000666|CL:0002144
CL:4052004	intestinal fibroblastic reticular cell	CL:0009101
CL:4052005	intestinal subserosal fibroblast	CL:0000057
CL:4052006	intestinal enteroendocrine progenitor	CL:0002563|CL:0011026
CL:4052007	subepithelial intestinal fibroblast	CL:0000057
CL:4052008	crypt-bottom fibroblast	CL:4052007
CL:4052009	crypt-top fibroblast	CL:4052007
CL:4052010	pre-theca cell	CL:0002132|CL:0002174	early theca cell|progenitor theca cell
CL:4052011	follicle associated enterocyte	CL:0000584	follicle-associated epithelium enterocyte
CL:4052012	interna theca cell	CL:0000503|CL:0000593
CL:4052013	externa theca cell	CL:0000503
CL:4052014	pancreatic islet capillary endothelial cell	CL:0000666|CL:0002144
CL:4052015	endocrine gland capillary endothelial cell	CL:0002144
CL:4052016	pituitary gland capillary endothelial cell	CL:0000666|CL:2000004|CL:2000044|CL:4052015
CL:4052017	choroid plexus capillary endothelial cell	CL:0000666|CL:0002144|CL:2000044
CL:4052018	fallopian tube epithelial cell	CL:0000066	uterine tube epithelial cell
CL:4052019	fallopian tube non-ciliated epithelial cell	CL:4052018	fallopian tube non-ciliated cell
CL:4052020	lung resident granzyme K-associated CD8 T cell	CL:4033040|CL:4052021
CL:4052021	granzyme K-associated CD8 T cell	CL:0000909	granzyme K+ CD8 T cell|tissue-enriched expressing GzmK CD8 cell
CL:4052022	fallopian tube smooth muscle cell	CL:0000192	uterine tube smooth muscle cell
CL:4052023	luminal endometrial unciliated epithelial cell	CL:1001591|CL:4052050
CL:4052024	myotendinous junction nucleus	CL:0008046	myotendinous junction myonuclei|myotendinous junction nuclei
CL:4052025	neuromuscular junction nucleus	CL:0008046	neuromuscular junction myonuclei|neuromuscular junction nuclei
CL:4052026	type IIx muscle cell	CL:0002212	type 2x fiber|type 2x muscle cell|type 2x muscle fiber|type IIx muscle fiber
CL:4052027	atretic theca cell	CL:4033089
CL:4052028	uterine natural killer cell	CL:0000623
CL:4052029	subpleural fibroblast	CL:0002553
CL:4052030	adventitial fibroblast	CL:0000057|CL:0000151|CL:0002503
CL:4052031	respiratory airway secretory cell	CL:0000082|CL:0002202|CL:0008055|CL:1000272
CL:4052032	granzyme H-associated CD8 T cell	CL:0000909	granzyme H+ CD8 T cell
CL:4052033	biliary tuft cell	CL:0002204	gallbladder/extrahepatic bile duct tuft cell
CL:4052034	tuft cell of thymus	CL:0002204|CL:0002365	thymic tuft cell
CL:4052035	tuft cell of pancreatic duct	CL:0000068|CL:0002204|CL:1001433	pancreatic brush cell|pancreatic tuft cell
CL:4052036	tuft cell of nasal cavity	CL:0002204|CL:0002631	nasal brush cell|nasal tuft cell
CL:4052037	tuft cell of olfactory epithelium	CL:0002167|CL:4052036	olfactory tuft cell
CL:4052038	tuft cell of nasal cavity respiratory epithelium	CL:4052036
CL:4052039	tuft cell of submandibular gland	CL:0002204|CL:0002251
CL:4052040	tuft cell of stomach	CL:0002178|CL:0002204	gastric tuft cell
CL:4052041	tuft cell of auditory tube	CL:0002204|CL:0002491
CL:4052042	tuft cell of urethra	CL:0002204|CL:1000296	urethral brush cell|urethral cholinergic chemosensory cell|urethral tuft cell
CL:4052045	steroidogenic stromal cell of ovary	CL:0002132
CL:4052046	early luteal cell	CL:0000175	active corpus luteum cell
CL:4052047	late luteal cell	CL:0000175	regressing corpus luteum cell
CL:4052048	intercalated cell of salivary gland	CL:0000068|CL:1001596	salivary intercalated duct cells
CL:4052049	striated cell of salivary gland	CL:0000068|CL:0000075|CL:1001596
CL:4052050	luminal epithelial cell of endometrium	CL:0002149	endometrial luminal epithelial cell
CL:4052051	uterine natural killer cell 1, human	CL:4052028
CL:4052052	uterine natural killer cell 2, human	CL:4052028
CL:4052053	uterine natural killer cell 3, human	CL:4052028
CL:4052055	mature NK T cell, human	CL:0000814	mature NK T lymphocyte, human|mature NK T-cell, human|mature NK T-lymphocyte, human|mature NKT cell, human|mature natural killer T cell, human|mature natural killer T lymphocyte, human|mature natural killer T-lymphocyte, human
CL:4052058	Merkel cell of epidermis	CL:0000242|CL:0000362	epdiermal Merkel cell
CL:4052060	spinous cell	CL:0000312	prickle cell
CL:4052061	epidermal keratinocyte	CL:0000312|CL:0000362	keratincyte of epidermis|skin keratinocyte
CL:4052062	onychofibroblast	CL:0002620
CL:4052063	nail bed keratinocyte	CL:4052061
CL:4052064	nail matrix keratinocyte	CL:4052061	nail matrix epithelial keratinocyte
CL:4052065	serous acinar cell of salivary gland	CL:0002623|CL:0020059
CL:4052066	mucous acinar cell of salivary gland	CL:0000319|CL:0002623
CL:4052067	seromucous acinar cell of salivary gland	CL:0000159|CL:0002623
CL:4052069	excretory duct cell of salivary gland	CL:0000068|CL:1001596	salivary excretory duct cell
CL:4052070	dual-feature fallopian tube progenitor cell	CL:0000255|CL:0011026	unclassified fallopian tube progenitor
CL:4052071	quiescent fibroblast	CL:0000057	inactive fibroblast
CL:4052108	IgD-negative class switched memory B cell	CL:0000972|CL:0001053
CL:4070010	gastric mill neuron	CL:0000100	GM
CL:4070011	lateral gastric neuron	CL:0000100	LG
CL:4070012	inferior cardiac neuron	CL:0000100	IC
CL:4070013	ventricular dilator motor neuron	CL:0000100	VD
CL:4070014	pyloric motor neuron	CL:0000100	PY
CL:4070015	pyloric dilator neuron	CL:0000100	PD
CL:4070016	anterior burster neuron	CL:0000099	AB
CL:4070017	lateral pyloric motor neuron	CL:0000100	LP
CL:4072001	newly formed oligodendrocyte	CL:0000123|CL:0000128
CL:4072002	myelin-forming oligodendrocyte	CL:0000128
CL:4072003	mature myelinating oligodendrocyte	CL:0000128
CL:4072005	A8 dopaminergic neuron	CL:2000097	A8 dopamine neuron
CL:4072006	A9 dopaminergic neuron	CL:0008060|CL:4042025	A9 nigral dopamine neuron|substantia nigra dopaminergic neuron
CL:4072007	A10 dopaminergic neuron	CL:2000097	A10 VTA Dopaminergic Neuron
CL:4072008	A11 dopaminergic neuron	CL:0000700|CL:0012001
CL:4072009	A12 dopaminergic neuron	CL:0000700|CL:0012001	hypothalamic arcuate nucleus dopaminergic neuron
CL:4072010	A13 dopaminergic neuron	CL:0000700|CL:0012001
CL:4072011	A14 dopaminergic neuron	CL:0000700|CL:2000029
CL:4072012	A15 dopaminergic neuron	CL:0000700|CL:0012001
CL:4072013	A16 dopaminergic neuron	CL:0000700|CL:0011005|CL:1001434
CL:4072014	tanycyte of vascular organ of lamina terminalis	CL:0002085|CL:2000030	tanycyte-like cell of OVLT|tanycyte-like ependymal cell of OVLT
CL:4072015	monocyte-derived Kupffer cell	CL:0000091
CL:4072016	NPY interneuron	CL:0011005	NPY-expressing neuron
CL:4072017	agouti-related protein expressing neuron	CL:0000617|CL:0012001
CL:4072018	pacemaker neuron	CL:0000540
CL:4072019	SCN pacemaker neuron	CL:0012001	pacemaker neuron of the suprachiasmatic nucleus
CL:4072021	corticotropin-releasing neuron	CL:0000099|CL:0000165|CL:0000467
CL:4072022	Lamp5 Lhx6 GABAergic interneuron (Homo sapiens)	CL:4042013
CL:4072027	sst GABAergic interneuron (Homo sapiens)	CL:4023017
CL:4072029	pvalb GABAergic interneuron (Homo sapiens)	CL:4023018
CL:4072031	sst chodl GABAergic interneuron (Homo sapiens)	CL:4023121
CL:4072032	VIP GABAergic interneuron (Homo sapiens)	CL:4023016
CL:4072034	lamp5 GABAergic interneuron (Homo sapiens)	CL:4023011
CL:4072035	sncg GABAergic interneuron (Homo sapiens)	CL:4023015
CL:4072036	PAX6 GABAergic interneuron (Homo sapiens)	CL:4042032
CL:4072037	L2/3 intratelencephalic projecting glutamatergic neuron (Homo sapiens)	CL:4030059
CL:4072038	L5 intratelencephalic projecting glutamatergic neuron (Homo sapiens)	CL:4030064
CL:4072039	L4 intratelencephalic projecting glutamatergic neuron (Homo sapiens)	CL:4030063
CL:4072040	L6 intratelencephalic projecting Car3 glutamatergic neuron (Homo sapiens)	CL:4030068	L6 IT Car3 glutamatergic neuron (Homo sapiens)
CL:4072041	L6 intratelencephalic projecting glutamatergic neuron (Homo sapiens)	CL:4030065
CL:4072042	L5/6 near-projecting glutamatergic neuron (Homo sapiens)	CL:4030067
CL:4072043	L5 extratelencephalic projecting glutamatergic cortical neuron (Homo sapiens)	CL:4023041	Pyramidal tract-like (PT-l) (Homo sapiens)|burst-firing layer 5 neuron (Homo sapiens)|thick-tufted layer 5 (TTL5) pyramidal neuron (Homo sapiens)
CL:4072044	L6 corticothalamic-projecting glutamatergic cortical neuron (Homo sapiens)	CL:4023042	L6 CT (Homo sapiens)
CL:4072045	L6b glutamatergic cortical neuron (Homo sapiens)	CL:4023038
CL:4072046	pvalb chandelier GABAergic interneuron (Homo sapiens)	CL:4023036	Chandelier PV (Homo sapiens)|chandelier pvalb GABAergic interneuron (Homo sapiens)
CL:4072102	Purkinje layer interneuron	CL:4023057
CL:4072103	hair follicle dermal stem cell	CL:0000134|CL:0002559
CL:4072104	fibrochondrocyte	CL:0000138	fibrocartilage chondrocyte
CL:4079000	cervical dorsal root ganglion CGRP neuron	CL:1001451
CL:4079001	cervical dorsal root ganglion endothelin-1 neuron	CL:1001451	cervical dorsal root ganglion Endothelin 1 neuron
CL:4079002	cervical dorsal root ganglion Nav1.7 neuron	CL:1001451
CL:4079003	cervical dorsal root ganglion Nav1.9 neuron	CL:1001451
CL:4079004	cervical dorsal root ganglion peripherin neuron	CL:1001451	cervical dorsal root ganglion Peripherin neuron
CL:4079005	cervical dorsal root ganglion Piezo2 neuron	CL:1001451
CL:4079006	cervical dorsal root ganglion RET neuron	CL:1001451
CL:4079007	cervical dorsal root ganglion substance P neuron	CL:1001451	cervical dorsal root ganglion SP neuron
CL:4079008	cervical dorsal root ganglion TRPV1 neuron	CL:1001451
CL:4079010	intrinsic cardiac ganglion TH neuron	CL:0000107
CL:4079011	lumbar dorsal root ganglion CGRP neuron	CL:1001451
CL:4079012	lumbar dorsal root ganglion endothelin-1 neuron	CL:1001451	lumbar dorsal root ganglion Endothelin 1 neuron
CL:4079013	lumbar dorsal root ganglion Nav1.7 neuron	CL:1001451
CL:4079014	lumbar dorsal root ganglion Nav1.9 neuron	CL:1001451
CL:4079015	lumbar dorsal root ganglion peripherin neuron	CL:1001451	lumbar dorsal root ganglion Peripherin neuron
CL:4079016	lumbar dorsal root ganglion Piezo2 neuron	CL:1001451
CL:4079017	lumbar dorsal root ganglion RET neuron	CL:1001451
CL:4079018	lumbar dorsal root ganglion substance P neuron	CL:1001451	lumbar dorsal root ganglion SP neuron
CL:4079019	lumbar dorsal root ganglion TRPV1 neuron	CL:1001451
CL:4079020	sacral dorsal root ganglion CGRP neuron	CL:1001451
CL:4079021	sacral dorsal root ganglion endothelin-1 neuron	CL:1001451	sacral dorsal root ganglion Endothelin 1 neuron
CL:4079022	sacral dorsal root ganglion Nav1.7 neuron	CL:1001451
CL:4079023	sacral dorsal root ganglion Nav1.9 neuron	CL:1001451
CL:4079024	sacral dorsal root ganglion peripherin neuron	CL:1001451	sacral dorsal root ganglion Peripherin neuron
CL:4079025	sacral dorsal root ganglion Piezo2 neuron	CL:1001451
CL:4079026	sacral dorsal root ganglion RET neuron	CL:1001451
CL:4079027	sacral dorsal root ganglion substance P neuron	CL:1001451	sacral dorsal root ganglion SP neuron
CL:4079028	sacral dorsal root ganglion TRPV1 neuron	CL:1001451
CL:4079029	thoracic dorsal root ganglion CGRP neuron	CL:1001451
CL:4079030	thoracic dorsal root ganglion endothelin-1 neuron	CL:1001451	thoracic dorsal root ganglion Endothelin 1 neuron
CL:4079031	thoracic dorsal root ganglion Nav1.7 neuron	CL:1001451
CL:4079032	thoracic dorsal root ganglion Nav1.9 neuron	CL:1001451
CL:4079033	thoracic dorsal root ganglion peripherin neuron	CL:1001451	thoracic dorsal root ganglion Peripherin neuron
CL:4079034	thoracic dorsal root ganglion Piezo2 neuron	CL:1001451
CL:4079035	thoracic dorsal root ganglion RET neuron	CL:1001451
CL:4079036	thoracic dorsal root ganglion substance P neuron	CL:1001451	thoracic dorsal root ganglion SP neuron
CL:4079037	thoracic dorsal root ganglion TRPV1 neuron	CL:1001451
CL:4300028	cerebellar GABAergic neuron (Mmus)	CL:0000617|CL:1001611	28 CB GABA
CL:4300029	cerebellar glutamatergic neuron (Mmus)	CL:2000028	29 CB Glut
CL:4300031	OPC-Oligo cell (Mmus)	CL:0000255	31 OPC-Oligo
CL:4300101	STR D1 Gaba direct pathway medium spiny neuron (Mmus)	CL:4023026	061 STR D1 Gaba
CL:4300102	STR D2 Gaba indirect pathway medium spiny neuron (Mmus)	CL:4023029	062 STR D2 Gaba
CL:4300348	DCO Il22 Gly-Gaba cerebellar neuron (Mmus)	CL:0008059|CL:4300028	308 DCO Il22 Gly-Gaba
CL:4300349	Purkinje layer interneuron (Mmus)	CL:4072102|CL:4300028	309 CB PLI Gly-Gaba
CL:4300351	CBX MLI Megf11 Gaba molecular layer interneuron (Mmus)	CL:4042035|CL:4300028	311 CBX MLI Megf11 Gaba
CL:4300353	Purkinje cell (Mmus)	CL:0000121|CL:4300028	313 CBX Purkinje Gaba
CL:4300354	cerebellar granule cell (Mmus)	CL:0001031|CL:4300029	314 CB Granule Glut
CL:4300358	subcortical astrocyte (Mmus)	CL:0000127	318 Astro-NT NN|non-telencephalic astrocyte
CL:4300359	astrocyte of cerebrum (Mmus)	CL:0000127	319 Astro-TE NN|telencephalic astrocyte
CL:4300360	olfactory areas astrocyte (Mmus)	CL:0000127	320 Astro-OLF NN
CL:4300362	tanycyte (Mmus)	CL:0002085	322 Tanycyte NN
CL:4300363	ependymal cell (Mmus)	CL:0000065	323 Ependymal NN
CL:4300366	oligodendrocyte precursor cell (Mmus)	CL:0002453|CL:4300031	326 OPC NN
CL:4300367	oligodendrocyte (Mmus)	CL:0000128|CL:4300031	327 Oligo NN
CL:4300370	VLMC NN vascular leptomeningeal cell (Mmus)	CL:4023051	330 VLMC NN
CL:4301571	DCO Il22 Gly-Gaba_1 cerebellar neuron (Mmus)	CL:4300348	1141 DCO Il22 Gly-Gaba_1
CL:4301573	DCO Il22 Gly-Gaba_3 cerebellar neuron (Mmus)	CL:4300348	1143 DCO Il22 Gly-Gaba_3
CL:4301574	CB PLI Gly-Gaba_1 Purkinje layer interneuron (Mmus)	CL:4300349	1144 CB PLI Gly-Gaba_1
CL:4301575	Lugaro cell (Mmus)	CL:0011006|CL:4300349	1145 CB PLI Gly-Gaba_2
CL:4301576	CB PLI Gly-Gaba_3 Purkinje layer interneuron (Mmus)	CL:4300349	1146 CB PLI Gly-Gaba_3
CL:4301578	cerebellar Golgi cell (Mmus)	CL:0000119|CL:4300028	1148 CBX Golgi Gly-Gaba_1|310 CBX Golgi Gly-Gaba
CL:4301579	CBX MLI Megf11 Gaba_1 molecular layer interneuron (Mmus)	CL:4300351	1149 CBX MLI Megf11 Gaba_1
CL:4301580	CBX MLI Megf11 Gaba_2 molecular layer interneuron (Mmus)	CL:4300351	1150 CBX MLI Megf11 Gaba_2
CL:4301582	CBX Purkinje Gaba_1 Purkinje cell (Mmus)	CL:4300353	1152 CBX Purkinje Gaba_1
CL:4301583	CBX Purkinje Gaba_2 Purkinje cell (Mmus)	CL:4300353	1153 CBX Purkinje Gaba_2
CL:4301584	CB Granule Glut_1 cerebellar granule cell (Mmus)	CL:4300354	1154 CB Granule Glut_1
CL:4301585	CB Granule Glut_2 cerebellar granule cell (Mmus)	CL:4300354	1155 CB Granule Glut_2
CL:4301586	unipolar brush cell (Mmus)	CL:4023161|CL:4300029	1156 DCO UBC Glut_1|315 DCO UBC Glut
CL:4301589	Astro-NT NN_1 astrocyte (Mmus)	CL:4300358	1159 Astro-NT NN_1
CL:4301590	Astro-NT NN_2 astrocyte (Mmus)	CL:4300358	1160 Astro-NT NN_2
CL:4301591	Astro-TE NN_1 astrocyte (Mmus)	CL:4300359	1161 Astro-TE NN_1
CL:4301592	Astro-TE NN_2 astrocyte (Mmus)	CL:4300359	1162 Astro-TE NN_2
CL:4301593	Astro-TE NN_3 astrocyte (Mmus)	CL:4300359	1163 Astro-TE NN_3
CL:4301595	Astro-TE NN_5 astrocyte (Mmus)	CL:4300359	1165 Astro-TE NN_5
CL:4301596	Astro-OLF NN_1 astrocyte (Mmus)	CL:4300360	1166 Astro-OLF NN_1
CL:4301597	Astro-OLF NN_2 astrocyte (Mmus)	CL:4300360	1167 Astro-OLF NN_2
CL:4301598	Astro-OLF NN_3 astrocyte (Mmus)	CL:4300360	1168 Astro-OLF NN_3
CL:4301602	Tanycyte NN_1 tanycyte (Mmus)	CL:4300362	1172 Tanycyte NN_1
CL:4301603	Tanycyte NN_2 tanycyte (Mmus)	CL:4300362	1173 Tanycyte NN_2
CL:4301608	choroid plexus epithelial cell (Mmus)	CL:0000706	1178 CHOR NN_1|325 CHOR NN
CL:4301611	commited oligodendrocyte precursor (Mmus)	CL:4023059|CL:4300367	1181 COP NN_1
CL:4301612	newly formed oligodendrocyte (Mmus)	CL:4072001|CL:4300367	1182 NFOL NN_2
CL:4301613	myelin-forming oligodendrocyte (Mmus)	CL:4072002|CL:4300367	1183 MFOL NN_3
CL:4301614	mature myelinating oligodendrocyte (Mmus)	CL:4072003|CL:4300367	1184 MOL NN_4
CL:4301615	olfactory ensheathing cell (Mmus)	CL:0011028	1185 OEC NN_1|32 OEC|328 OEC NN
CL:4301616	arachnoid barrier cell (Mmus)	CL:4023097	1186 ABC NN_1|329 ABC NN
CL:4301625	border associated macrophage (Mmus)	CL:4042003	1195 BAM NN_1|335 BAM NN
CL:4304384	hypothalamic gonadotropin-releasing hormone neuron (Mmus)	CL:0000679|CL:0011111	0628 HY Gnrh1 Glut_1|142 HY Gnrh1 Glut|15 HY Gnrh1 Glut|2564 HY Gnrh1 Glut_1
CL:4306426	pinealocyte (Mmus)	CL:0000652	1030 Pineal Crx Glut_1|25 Pineal Glut|262 Pineal Crx Glut|4606 Pineal Crx Glut_1
CL:4306992	DCO Il22 Gly-Gaba_2 cerebellar neuron (Mmus)	CL:4300348	1142 DCO Il22 Gly-Gaba_2|5172 DCO Il22 Gly-Gaba_2
CL:4307005	CB PLI GABA Ly6d Purkinje layer interneuron	CL:4300349	1147 CB PLI Gly-Gaba_4|5185 CB PLI Gly-Gaba_4
CL:4307012	CBX MLI Cdh22 Gaba molecular layer interneuron (Mmus)	CL:4042035|CL:4300028	1151 CBX MLI Cdh22 Gaba_1|312 CBX MLI Cdh22 Gaba|5192 CBX MLI Cdh22 Gaba_1
CL:4307026	Bergmann glial cell (Mmus)	CL:0000644	1157 Bergmann NN_1|316 Bergmann NN|5206 Bergmann NN_1
CL:4307027	cerebellar astrocyte (Mmus)	CL:0002603	1158 Astro-CB NN_1|317 Astro-CB NN|5207 Astro-CB NN_1
CL:4307028	Astro-NT NN_1 Galnt15 astrocyte (Mmus)	CL:4301589	5208 Astro-NT NN_1
CL:4307029	Astro-NT NN_1 Slc36a2 astrocyte (Mmus)	CL:4301589	5209 Astro-NT NN_1
CL:4307030	Astro-NT NN_1 Nuf2 astrocyte (Mmus)	CL:4301589	5210 Astro-NT NN_1
CL:4307031	Astro-NT NN_1 Six3os1 astrocyte (Mmus)	CL:4301589	5211 Astro-NT NN_1
CL:4307032	Astro-NT NN_1 Kcnk10 astrocyte (Mmus)	CL:4301589	5212 Astro-NT NN_1
CL:4307033	Astro-NT NN_1 Mecom astrocyte (Mmus)	CL:4301589	5213 Astro-NT NN_1
CL:4307034	Astro-NT NN_2 Fzd2 astrocyte (Mmus)	CL:4301590	5214 Astro-NT NN_2
CL:4307035	Astro-NT NN_2 Sez6l astrocyte (Mmus)	CL:4301590	5215 Astro-NT NN_2
CL:4307036	Astro-NT NN_2 Fam227b astrocyte (Mmus)	CL:4301590	5216 Astro-NT NN_2
CL:4307037	Astro-NT NN_2 Gm30524 astrocyte (Mmus)	CL:4301590	5217 Astro-NT NN_2
CL:4307038	Astro-TE NN_1 Myoc astrocyte (Mmus)	CL:4301591	5218 Astro-TE NN_1
CL:4307039	Astro-TE NN_1 Rasl10b astrocyte (Mmus)	CL:4301591	5219 Astro-TE NN_1
CL:4307040	Astro-TE NN_1 Lncpint astrocyte (Mmus)	CL:4301591	5220 Astro-TE NN_1
CL:4307041	Astro-TE NN_1 Jph4 astrocyte (Mmus)	CL:0000151|CL:4301591	5221 Astro-TE NN_1
CL:4307042	Astro-TE NN_2 Clstn2 astrocyte (Mmus)	CL:4301592	5222 Astro-TE NN_2
CL:4307043	Astro-TE NN_2 Mcm6 astrocyte (Mmus)	CL:4301592	5223 Astro-TE NN_2
CL:4307044	Astro-TE NN_3 Cxcl5 astrocyte (Mmus)	CL:4301593	5224 Astro-TE NN_3
CL:4307045	Astro-TE NN_3 Fam163a astrocyte (Mmus)	CL:4301593	5225 Astro-TE NN_3
CL:4307046	Astro-TE NN_3 Zic4 astrocyte (Mmus)	CL:4301593	5226 Astro-TE NN_3
CL:4307047	Astro-TE NN_3 Crym astrocyte (Mmus)	CL:4301593	5227 Astro-TE NN_3
CL:4307048	Astro-TE NN_4 astrocyte (Mmus)	CL:4300359	1164 Astro-TE NN_4|5228 Astro-TE NN_4
CL:4307049	Astro-TE NN_5 Hs3st3a1 astrocyte (Mmus)	CL:4301595	5229 Astro-TE NN_5
CL:4307050	Astro-TE NN_5 Adamts18 astrocyte (Mmus)	CL:4301595	5230 Astro-TE NN_5
CL:4307051	Astro-OLF NN_1 Greb1 astrocyte (Mmus)	CL:4301596	5231 Astro-OLF NN_1
CL:4307052	Astro-OLF NN_1 Stk32a astrocyte (Mmus)	CL:4301596	5232 Astro-OLF NN_1
CL:4307053	Astro-OLF NN_2 Slc25a34 astrocyte (Mmus)	CL:4301597	5233 Astro-OLF NN_2
CL:4307054	Astro-OLF NN_2 Alk astrocyte (Mmus)	CL:4301597	5234 Astro-OLF NN_2
CL:4307055	Astro-OLF NN_3 Ecrg4 astrocyte (Mmus)	CL:4301598	5235 Astro-OLF NN_3
CL:4307056	Astro-OLF NN_3 Sfrp1 astrocyte (Mmus)	CL:4301598	5236 Astro-OLF NN_3
CL:4307063	Tanycyte NN_1 Cnmd tanycyte of subfornical organ (Mmus)	CL:0008042|CL:4301602	5243 Tanycyte NN_1
CL:4307064	Tanycyte NN_1 Glp1r tanycyte (Mmus)	CL:4301602	5244 Tanycyte NN_1
CL:4307065	Tanycyte NN_2 Mylk3 alpha1-tanycyte (Mmus)	CL:1100001|CL:4042017|CL:4301603	5245 Tanycyte NN_2
CL:4307066	Tanycyte NN_2 Mroh5 alpha1-tanycyte (Mmus)	CL:4042017|CL:4301603	5246 Tanycyte NN_2
CL:4307067	alpha2-tanycyte (Mmus)	CL:4042018|CL:4301603	5247 Tanycyte NN_2
CL:4307068	Tanycyte NN_2 Otx2 tanycyte (Mmus)	CL:4301603	5248 Tanycyte NN_2
CL:4307069	beta1-tancyte (Mmus)	CL:4042019|CL:4301603	5249 Tanycyte NN_2
CL:4307070	beta-2 tanycyte (Mmus)	CL:4042020|CL:4300362	1174 Tanycyte NN_3|5250 Tanycyte NN_3
CL:4307083	hypendemal cell (Mmus)	CL:4023181	1177 Hypendymal NN_1|324 Hypendymal NN|5263 Hypendymal NN_1
CL:4307084	CHOR NN_1 Tbc1d1 choroid plexus epithelial cell (Mmus)	CL:4301608	5264 CHOR NN_1
CL:4307085	CHOR NN_1 Slc17a8 choroid plexus epithelial cell (Mmus)	CL:0000686|CL:4301608	5265 CHOR NN_1
CL:4307086	OPC NN_1 Neil3 oligodendrocyte precursor cell (Mmus)	CL:4300366	5266 OPC NN_1
CL:4307087	OPC NN_1 Irx2 oligodendrocyte precursor cell (Mmus)	CL:4300366	5267 OPC NN_1
CL:4307088	OPC NN_1 Mms22l oligodendrocyte precursor cell (Mmus)	CL:4300366	5268 OPC NN_1
CL:4307089	OPC NN_1 Col27a1 oligodendrocyte precursor cell (Mmus)	CL:4300366	5269 OPC NN_1
CL:4307090	OPC NN_1 Rmi2 oligodendrocyte precursor cell (Mmus)	CL:4300366	5270 OPC NN_1
CL:4307091	OPC NN_2 oligodendrocyte precursor cell (Mmus)	CL:4300366	1180 OPC NN_2|5271 OPC NN_2
CL:4307092	COP NN_1 Rgcc committed oligodendrocyte precursor (Mmus)	CL:4301611	5272 COP NN_1
CL:4307093	COP NN_1 9130019P16Rik committed oligodendrocyte precursor (Mmus)	CL:4301611	5273 COP NN_1
CL:4307094	COP NN_1 C1ql1 committed oligodendrocyte precursor (Mmus)	CL:4301611	5274 COP NN_1
CL:4307095	COP NN_1 Bmp4 committed oligodendrocyte precursor (Mmus)	CL:4301611	5275 COP NN_1
CL:4307096	COP NN_1 Vwc2 committed oligodendrocyte precursor (Mmus)	CL:4301611	5276 COP NN_1
CL:4307097	COP NN_1 Cck committed oligodendrocyte precursor (Mmus)	CL:4301611	5277 COP NN_1
CL:4307098	NFOL NN_2 9630013A20Rik newly formed oligodendrocyte (Mmus)	CL:4301612	5278 NFOL NN_2
CL:4307099	NFOL NN_2 Dbx2 newly formed oligodendrocyte (Mmus)	CL:4301612	5279 NFOL NN_2
CL:4307100	NFOL NN_2 Rgs16 newly formed oligodendrocyte (Mmus)	CL:4301612	5280 NFOL NN_2
CL:4307101	NFOL NN_2 Il23a newly formed oligodendrocyte (Mmus)	CL:4301612	5281 NFOL NN_2
CL:4307102	MFOL NN_3 Cxcl12 myelin-forming oligodendrocyte (Mmus)	CL:4301613	5282 MFOL NN_3
CL:4307103	MFOL NN_3 Il23a myelin-forming oligodendrocyte (Mmus)	CL:4301613	5283 MFOL NN_3
CL:4307104	MOL NN_4 Plin3 mature myelinating oligodendrocyte (Mmus)	CL:4301614	5284 MOL NN_4
CL:4307105	MOL NN_4 Spock3 mature myelinating oligodendrocyte (Mmus)	CL:4301614	5285 MOL NN_4
CL:4307106	MOL NN_4 Art3 mature myelinating oligodendrocyte (Mmus)	CL:4301614	5286 MOL NN_4
CL:4307107	MOL NN_4 Il33 mature myelinating oligodendrocyte (Mmus)	CL:4301614	5287 MOL NN_4
CL:4307108	MOL NN_4 Sspo mature myelinating oligodendrocyte (Mmus)	CL:4301614	5288 MOL NN_4
CL:4307109	OEC NN_1 Adamts12 olfactory ensheathing cell (Mmus)	CL:4301615	5289 OEC NN_1
CL:4307110	OEC NN_1 Gdpd4 olfactory ensheathing cell (Mmus)	CL:4301615	5290 OEC NN_1
CL:4307111	OEC NN_1 A330076C08Rik olfactory ensheathing cell (Mmus)	CL:4301615	5291 OEC NN_1
CL:4307112	OEC NN_1 Rasgef1c olfactory ensheathing cell (Mmus)	CL:0000151|CL:4301615	5292 OEC NN_1
CL:4307113	ABC NN_1 Pde11a arachnoid barrier cell (Mmus)	CL:4301616	5293 ABC NN_1
CL:4307114	ABC NN_1 Dapl1 arachnoid barrier cell (Mmus)	CL:4301616	5294 ABC NN_1
CL:4307115	ABC NN_1 Cubn arachnoid barrier cell (Mmus)	CL:4301616	5295 ABC NN_1
CL:4307132	microglial cell (Mmus)	CL:0000129	1194 Microglia NN_1|334 Microglia NN|5312 Microglia NN_1
CL:4307133	BAM NN_1 Mrc1 border associated macrophage (Mmus)	CL:4301625	5313 BAM NN_1
CL:4307134	BAM NN_1 Fos border associated macrophage (Mmus)	CL:4301625	5314 BAM NN_1
CL:4310083	GPin-BF cholinergic-GABAergic neuron (Primate)	CL:0008061	GPin-BF Cholinergic GABA
CL:4310084	striatal LAMP5 CXCL14 GABAergic interneuron (Primate)	CL:4023011	CN LAMP5-CXCL14 GABA|LAMP5|LAMP5-CXCL14 GABA
CL:4310085	striatal LAMP5 LHX6 GABAergic interneuron (Primate)	CL:4042013	CN LAMP5-LHX6 GABA|LAMP5-LHX6 GABA
CL:4310088	BF SKOR1 Glut glutamatergic neuron of the basal ganglia (Primate)	CL:0000700|CL:4042040	BF SKOR1 Glut
CL:4310093	arkypallidal neuron (Primate)	CL:0020010	CN MEIS2 GABA|GPe MEIS2-SOX6 GABA
CL:4310094	prototypic neuron (Primate)	CL:0020009	GPe SOX6-CTXND1 GABA
CL:4310095	GPi Core neuron (Primate)	CL:0020003	CN ONECUT1 GABA|GPi Core
CL:4310096	GPi Shell neuron (Primate)	CL:0020004	CN GABA-Glut|GPi Shell|Subpallium GABA-Glut
CL:4310100	GPe-NDB-SI LHX6-LHX8-GBX1 GABA GABAergic interneuron (Primate)	CL:0011005	GPe-NDB-SI LHX6-LHX8-GBX1 GABA
CL:4310104	Islands of Calleja granule cell (Primate)	CL:4030053	D1-ICj (Islands of Calleja)|OT D1 ICj|OT Granular GABA
CL:4310109	SN-VTR CALB1 Dopa substantia nigra dopaminergic neuron (Primate)	CL:4042025	SN-VTR CALB1 Dopa
CL:4310110	SN EBF2 GABA GABAergic interneuron (Primate)	CL:0011005	SN EBF2 GABA
CL:4310111	SN-VTR GAD2 Dopa dopaminergic neuron (Primate)	CL:4042025	SN-VTR GAD2 Dopa
CL:4310112	SN GATA3-PAX8 GABA GABAergic interneuron (Primate)	CL:0011005	SN GATA3-PAX8 GABA|pSNpr
CL:4310113	SN GATA3-PVALB GABA GABAergic neuron (Primate)	CL:0000617	SN GATA3-PVALB GABA|aSNpr
CL:4310114	SN SEMA5A GABA GABAergic interneuron (Primate)	CL:0011005	SN SEMA5A GABA
CL:4310115	SN SOX6 Dopa substantia nigra dopaminergic neuron (Primate)	CL:4042025	SN SOX6 Dopa
CL:4310117	SN-VTR-HTH GATA3-TCF7L2 GABA GABAergic interneuron (Primate)	CL:0011005	SN-VTR-HTH GATA3-TCF7L2 GABA
CL:4310118	STH PVALB-PITX2 Glut glutamatergic neuron of the basal ganglia (Primate)	CL:0000700|CL:4042040	STH PVALB-PITX2 Glut
CL:4310120	striatal pthlh-expressing interneuron (Primate)	CL:4042023	FS|Pvalb Pthlh|STR FS PTHLH-PVALB GABA
CL:4310121	striatal SST-LYPD6-RSPO2 GABAergic interneuron (Primate)	CL:0011005	STR LYPD6-RSPO2 GABA
CL:4310122	striatal SST-ADARB2 GABAergic interneuron (Primate)	CL:4023017	STR SST GABA|STR SST-ADARB2 GABA
CL:4310123	striatal SST-CHODL GABAergic interneuron (Primate)	CL:4023121	LTS|STR SST-CHODL GABA|Sst Chodl
CL:4310124	striatal SST-RSPO2 GABAergic interneuron (Primate)	CL:4023017	STR SST-RSPO2 GABA
CL:4310125	STR TAC3-PLPP4 GABA TAC3-positive striatal interneuron (Primate)	CL:4042001	LHX6 TAC3|STR TAC3-PLPP4 GABA
CL:4310126	STR-BF TAC3-PLPP4-LHX8 GABA TAC3-positive striatal interneuron (Primate)	CL:4042001	STR-BF TAC3-PLPP4-LHX8 GABA
CL:4310127	striatal VIP GABAergic interneuron (Primate)	CL:4023016	CN VIP GABA|VIP|VIP GABA
CL:4310128	STRd cholinergic-GABAergic neuron (Primate)	CL:0020007	STRd Cholinergic GABA
CL:4310129	STRd D1 Matrix medium spiny neuron (Primate)	CL:4030043	D1-Matrix|STRd D1 Matrix MSN
CL:4310130	striosomal D1 medium spiny neuron (Primate)	CL:4030048	D1-Striosome|STRd D1 Striosome MSN
CL:4310131	STRd D1/D2-hybrid medium spiny neuron (Primate)	CL:4030050	D1/D2 Hybrid|STR D1D2 Hybrid MSN
CL:4310132	STRd D2 Matrix medium spiny neuron (Primate)	CL:4030047	D2-Matrix|STRd D2 Matrix MSN
CL:4310133	STRd D2 Striomat hybrid medium spiny neuron (Primate)	CL:4023029	STRd D2 StrioMat Hybrid MSN
CL:4310134	striosomal D2 medium spiny neuron (Primate)	CL:4030049	D2-Striosome|STRd D2 Striosome MSN
CL:4310135	STR cholinergic-GABAergic neuron (Primate)	CL:0020008	STR Cholinergic GABA
CL:4310136	STRv D1 medium spiny neuron (Primate)	CL:4030051	D1-Shell/OT|STRv D1 MSN
CL:4310137	STRv D1-NUDAP medium spiny neuron (Primate)	CL:4030050|CL:4030054	D1-NUDAP|STRv D1 NUDAP MSN
CL:4310138	STRv D2 medium spiny neuron (Primate)	CL:4023029|CL:4030052	D2-Shell/OT|STRv D2 MSN
CL:4310143	ZI-HTH GABA GABAergic interneuron (Primate)	CL:0011005	ZI-HTH GABA
CL:4310144	VTR-HTH Glut glutamatergic neuron of the basal ganglia (Primate)	CL:0000700|CL:4042040	F M Glut|VTR-HTH Glut
CL:4310145	AMY-SLEA-BNST D1 GABA GABAergic interneuron (Primate)	CL:0011005	AMY-SLEA-BNST D1 GABA
CL:4310146	AMY-SLEA-BNST GABA GABAergic interneuron (Primate)	CL:0011005	AMY-SLEA-BNST GABA
CL:4310147	OB Dopa-GABA neuron (Primate)	CL:0020006	OB Dopa-GABA
CL:4310148	OB FRMD7 GABA GABAergic neuron (Primate)	CL:0000617	OB FRMD7 GABA
CL:7770002	juxtacanalicular tissue cell	CL:0000151|CL:0000327|CL:0002367
CL:7770003	beam A cell	CL:7770005
CL:7770004	suprabasal cell	CL:0000066
CL:7770005	beam cell	CL:0000234|CL:0002367
CL:7770006	beam B cell, human	CL:0002367
UBERON:0000001	gross anatomical part	UBERON:0000465
UBERON:0000002	uterine cervix	UBERON:0000995|UBERON:0001560|UBERON:0005156	canalis cervicis uteri|caudal segment of uterus|cervical canal of uterus|cervix uteri|neck of uterus
UBERON:0000004	nose	UBERON:0001456|UBERON:0002268|UBERON:0004121	nasal sac|peripheral olfactory organ
UBERON:0000006	islet of Langerhans	UBERON:0000016
UBERON:0000010	peripheral nervous system	UBERON:0001016|UBERON:0011216	pars peripherica|systema nervosum periphericum
UBERON:0000014	zone of skin	UBERON:0002097|UBERON:0010314|UBERON:0034944	portion of skin|region of skin|skin|skin region|skin zone
UBERON:0000016	endocrine pancreas	UBERON:0000949|UBERON:0001264|UBERON:0004119
UBERON:0000017	exocrine pancreas	UBERON:0001007|UBERON:0001264|UBERON:0002330|UBERON:0004119|UBERON:0005177|UBERON:0013765
UBERON:0000020	sense organ	UBERON:0000062|UBERON:0001032
UBERON:0000025	tube	UBERON:0004111
UBERON:0000026	appendage	UBERON:0000475
UBERON:0000029	lymph node	UBERON:0002465|UBERON:0005057
UBERON:0000030	lamina propria	UBERON:0000344|UBERON:0004923	lamina propria mucosa|lamina propria mucosae
UBERON:0000031	lamina propria of trachea	UBERON:0000379|UBERON:0001005
UBERON:0000033	head	UBERON:0000153|UBERON:0007811|UBERON:0011676
UBERON:0000035	primary ovarian follicle	UBERON:0001305
UBERON:0000036	secondary ovarian follicle	UBERON:0001305
UBERON:0000037	tertiary ovarian follicle	UBERON:0001305
UBERON:0000038	follicular fluid	UBERON:0000463|UBERON:0001305
UBERON:0000039	follicular antrum	UBERON:0001305
UBERON:0000041	odontode scale	UBERON:0007380|UBERON:0010314
UBERON:0000042	serous membrane	UBERON:0000060|UBERON:0000481|UBERON:0004120
UBERON:0000052	fornix of brain	UBERON:0002421
UBERON:0000055	vessel	UBERON:0004111
UBERON:0000056	ureter	UBERON:0002355|UBERON:0004120|UBERON:0005179|UBERON:0006555|UBERON:0011143|UBERON:0015212|UBERON:0036295
UBERON:0000057	urethra	UBERON:0000062|UBERON:0001556|UBERON:0004111|UBERON:0004120
UBERON:0000059	large intestine	UBERON:0000160|UBERON:0004907|UBERON:0004921|UBERON:0013765
UBERON:0000060	anatomical wall	UBERON:0000064
UBERON:0000061	anatomical structure	UBERON:0000465
UBERON:0000062	organ	UBERON:0000467|UBERON:0010000
UBERON:0000063	organ subunit	UBERON:0000064
UBERON:0000064	organ part	UBERON:0000062|UBERON:0010000
UBERON:0000065	respiratory tract	UBERON:0001004|UBERON:0001005
UBERON:0000072	proximo-distal subdivision of respiratory tract	UBERON:0000065|UBERON:0013522
UBERON:0000073	regional part of nervous system	UBERON:0000481|UBERON:0001016
UBERON:0000074	renal glomerulus	UBERON:0000064|UBERON:0001229|UBERON:0004120
UBERON:0000075	subdivision of skeletal system	UBERON:0001434|UBERON:0011216
UBERON:0000079	male reproductive system	UBERON:0000990|UBERON:0003101
UBERON:0000080	mesonephros	UBERON:0002113|UBERON:0004120
UBERON:0000081	metanephros	UBERON:0002113|UBERON:0004120
UBERON:0000082	adult mammalian kidney	UBERON:0002113|UBERON:0004120
UBERON:0000083	mesonephric tubule	UBERON:0000080|UBERON:0005103|UBERON:0006555
UBERON:0000084	ureteric bud	UBERON:0000083|UBERON:0003074
UBERON:0000086	zona pellucida	UBERON:0000992
UBERON:0000101	lobe of lung	UBERON:0002048
UBERON:0000102	lung vasculature	UBERON:0002048
UBERON:0000114	lung connective tissue	UBERON:0002048|UBERON:0004120
UBERON:0000115	lung epithelium	UBERON:0002048
UBERON:0000116	lung saccule	UBERON:0000064|UBERON:0002299
UBERON:0000117	respiratory tube	UBERON:0000025|UBERON:0000065
UBERON:0000153	anterior region of body	UBERON:0000475
UBERON:0000154	posterior region of body	UBERON:0000475
UBERON:0000155	theca cell layer	UBERON:0001305|UBERON:0005156
UBERON:0000156	theca externa	UBERON:0000155|UBERON:0000158|UBERON:0005156
UBERON:0000157	theca interna	UBERON:0000155|UBERON:0000158|UBERON:0005156
UBERON:0000158	membranous layer	UBERON:0004923
UBERON:0000160	intestine	UBERON:0004921|UBERON:0005409	gut|bowel
UBERON:0000165	mouth	UBERON:0004921
UBERON:0000168	proximal-distal subdivision of colon	UBERON:0001155|UBERON:0004921
UBERON:0000170	pair of lungs	UBERON:0001558|UBERON:0034925
UBERON:0000171	respiration organ	UBERON:0000062|UBERON:0001004
UBERON:0000175	pleural effusion	UBERON:0001087
UBERON:0000178	blood	UBERON:0000179|UBERON:0002390	portion of blood|vertebrate blood
UBERON:0000179	haemolymphatic fluid	UBERON:0002193|UBERON:0006314
UBERON:0000200	gyrus	UBERON:0000956|UBERON:0001869
UBERON:0000203	pallium	UBERON:0001893|UBERON:0002616
UBERON:0000212	toilet claw	UBERON:0001705
UBERON:0000310	breast	UBERON:0001443|UBERON:0034929	mammary part of chest|mammary region
UBERON:0000314	cecum mucosa	UBERON:0000317|UBERON:0001153
UBERON:0000317	colonic mucosa	UBERON:0001155
UBERON:0000320	duodenal mucosa	UBERON:0001204|UBERON:0002114
UBERON:0000323	late embryo	UBERON:0000922
UBERON:0000325	gastric gland	UBERON:0002365|UBERON:0006924
UBERON:0000329	hair root	UBERON:0001037
UBERON:0000331	ileal mucosa	UBERON:0001204|UBERON:0002116
UBERON:0000332	yellow bone marrow	UBERON:0002371|UBERON:0007195
UBERON:0000344	mucosa	UBERON:0004923	mucosa of organ|mucosa of organ part|mucosal region|mucous membrane|organ mucosa
UBERON:0000359	preputial gland	UBERON:0000990|UBERON:0003937|UBERON:0015251
UBERON:0000361	red bone marrow	UBERON:0002371
UBERON:0000362	renal medulla	UBERON:0002113
UBERON:0000379	tracheal mucosa	UBERON:0003126
UBERON:0000381	urinary bladder detrusor smooth muscle	UBERON:0004228|UBERON:0012378
UBERON:0000382	apocrine sweat gland	UBERON:0001003|UBERON:0001820|UBERON:0012177
UBERON:0000383	musculature of body	UBERON:0011216	muscle system|muscle system of body|muscular system|musculature system|set of all muscles|set of muscles of body|vertebrate muscular system
UBERON:0000397	colonic epithelium	UBERON:0001155
UBERON:0000399	jejunal mucosa	UBERON:0001204|UBERON:0002115
UBERON:0000400	jejunal epithelium	UBERON:0001902|UBERON:0002115|UBERON:0008343|UBERON:0013636
UBERON:0000411	visual cortex	UBERON:0002021|UBERON:8440011
UBERON:0000412	dermal papilla	UBERON:0000479|UBERON:0001992
UBERON:0000415	artery wall	UBERON:0001637
UBERON:0000423	eccrine sweat gland	UBERON:0001003|UBERON:0001820
UBERON:0000424	gastric pit	UBERON:0001199
UBERON:0000428	prostate epithelium	UBERON:0002367|UBERON:0005156
UBERON:0000450	corpus albicans	UBERON:0003982
UBERON:0000451	prefrontal cortex	UBERON:0000956|UBERON:0001870|UBERON:0002616
UBERON:0000453	decidua basalis	UBERON:0000478|UBERON:0002450
UBERON:0000456	secretion of exocrine gland	UBERON:0000463
UBERON:0000457	cavernous artery	UBERON:0001637
UBERON:0000458	endocervix	UBERON:0000002|UBERON:0000064|UBERON:0005156
UBERON:0000459	uterine wall	UBERON:0000060|UBERON:0000995|UBERON:0005156
UBERON:0000463	organism substance	UBERON:0000001|UBERON:0000468
UBERON:0000465	material anatomical entity	UBERON:0001062
UBERON:0000467	anatomical system	UBERON:0000061|UBERON:0000468
UBERON:0000468	multicellular organism	UBERON:0010000
UBERON:0000473	testis	UBERON:0000079|UBERON:0000991|UBERON:0003135	gonad of male genitalia|gonad of male reproductive system|male gonad|testicle
UBERON:0000474	female reproductive system	UBERON:0000990|UBERON:0003100
UBERON:0000475	organism subdivision	UBERON:0000468|UBERON:0010000
UBERON:0000477	anatomical cluster	UBERON:0034923
UBERON:0000478	extraembryonic structure	UBERON:0005423|UBERON:0016887
UBERON:0000479	tissue	UBERON:0000468|UBERON:0010000
UBERON:0000481	multi-tissue structure	UBERON:0010000
UBERON:0000489	cavitated compound organ	UBERON:0003103
UBERON:0000915	thoracic segment of trunk	UBERON:0009569|UBERON:0011676
UBERON:0000916	abdomen	UBERON:0002417|UBERON:0009569	abdominopelvic region|abdominopelvis
UBERON:0000922	embryo	UBERON:0000468	embryonic organism
UBERON:0000945	stomach	UBERON:0001041|UBERON:0004921|UBERON:0010039
UBERON:0000946	cardiac valve	UBERON:0000948|UBERON:0010313
UBERON:0000948	heart	UBERON:0004120|UBERON:0005181|UBERON:0007100|UBERON:0010314|UBERON:0015410	chambered heart|vertebrate heart
UBERON:0000949	endocrine system	UBERON:0015204	endocrine glandular system|systema endocrinum
UBERON:0000955	brain	UBERON:0000062|UBERON:0001017|UBERON:0004121
UBERON:0000956	cerebral cortex	UBERON:0000203|UBERON:0005401|UBERON:0011215|UBERON:0016548	cortex|cortex of cerebral hemisphere
UBERON:0000970	eye	UBERON:0000020|UBERON:0002104
UBERON:0000977	pleura	UBERON:0000042|UBERON:0001004|UBERON:0009778	wall of pleural sac
UBERON:0000978	leg	UBERON:0002103|UBERON:0006058|UBERON:0008784
UBERON:0000990	reproductive system	UBERON:0000467
UBERON:0000991	gonad	UBERON:0000990|UBERON:0003133
UBERON:0000992	ovary	UBERON:0000474|UBERON:0000991|UBERON:0003134	animal ovary|female gonad|female organism genitalia gonad|female organism genitalia gonada|female organism reproductive system gonad|female organism reproductive system gonada|female reproductive system gonad|female reproductive system gonada|genitalia of female organism gonad|genitalia of female organism gonada|gonad of female organism genitalia|gonad of female organism reproductive system|gonad of female reproductive system|gonad of genitalia of female organism|gonad of reproductive system of female organism|gonada of female organism genitalia|gonada of female organism reproductive system|gonada of female reproductive system|gonada of genitalia of female organism|gonada of reproductive system of female organism|ovum-producing ovary|reproductive system of female organism gonad|reproductive system of female organism gonada
UBERON:0000993	oviduct	UBERON:0000025|UBERON:0000474|UBERON:0005156
UBERON:0000995	uterus	UBERON:0004175|UBERON:0013515
UBERON:0000998	seminal vesicle	UBERON:0000473|UBERON:0004120
UBERON:0001003	skin epidermis	UBERON:0002097
UBERON:0001004	respiratory system	UBERON:0000467	apparatus respiratorius
UBERON:0001005	respiratory airway	UBERON:0001004|UBERON:0003103|UBERON:0004111
UBERON:0001007	digestive system	UBERON:0000467
UBERON:0001008	renal system	UBERON:8450002	systema urinaria|systema urinarium|urinary system|urinary tract
UBERON:0001009	circulatory system	UBERON:0000467
UBERON:0001013	adipose tissue	UBERON:0011822	fat|fat tissue|fatty tissue
UBERON:0001015	musculature	UBERON:0000383|UBERON:0011216	muscle group|muscles set|musculi|set of muscles|set of skeletal muscles
UBERON:0001016	nervous system	UBERON:0000467	neurological system
UBERON:0001017	central nervous system	UBERON:0001016|UBERON:0004121|UBERON:0011216	CNS|systema nervosum centrale
UBERON:0001032	sensory system	UBERON:0004456|UBERON:0015203	organa sensuum|sense organ subsystem|sense organs|sense organs set|sensory subsystem|sensory systems
UBERON:0001033	gustatory system	UBERON:0000467
UBERON:0001037	strand of hair	UBERON:0001003
UBERON:0001041	foregut	UBERON:0004921
UBERON:0001043	esophagus	UBERON:0000062|UBERON:0004908|UBERON:0004921|UBERON:0013765	gullet|oesophagus
UBERON:0001052	rectum	UBERON:0000059|UBERON:0004921|UBERON:0006866|UBERON:0012361	terminal portion of intestine
UBERON:0001062	anatomical entity
UBERON:0001063	flocculus	UBERON:0002129|UBERON:0002245|UBERON:0003012|UBERON:0027331
UBERON:0001064	ventral pancreatic duct	UBERON:0000017|UBERON:0000025|UBERON:0007329
UBERON:0001068	skin of back	UBERON:0001085|UBERON:0001137
UBERON:0001069	head of pancreas	UBERON:0000064|UBERON:0001264|UBERON:0004119
UBERON:0001070	external carotid artery	UBERON:0001530|UBERON:0005396
UBERON:0001071	superficial cervical artery	UBERON:0012320
UBERON:0001081	endocardium of ventricle	UBERON:0002082|UBERON:0002165|UBERON:0004784
UBERON:0001082	epicardium of ventricle	UBERON:0002082|UBERON:0002348
UBERON:0001083	myocardium of ventricle	UBERON:0002082|UBERON:0002349|UBERON:0004784
UBERON:0001084	skin of head	UBERON:0000033|UBERON:0012180
UBERON:0001085	skin of trunk	UBERON:0000014|UBERON:0002100
UBERON:0001087	pleural fluid	UBERON:0036244
UBERON:0001096	wall of esophagus	UBERON:0001043
UBERON:0001112	latissimus dorsi muscle	UBERON:0008713
UBERON:0001113	lobe of liver	UBERON:0002107
UBERON:0001114	right lobe of liver	UBERON:0001113
UBERON:0001115	left lobe of liver	UBERON:0001113
UBERON:0001116	quadrate lobe of liver	UBERON:0001114
UBERON:0001117	caudate lobe of liver	UBERON:0001114|UBERON:0001115
UBERON:0001118	lobe of thyroid gland	UBERON:0002046|UBERON:0015212
UBERON:0001119	right lobe of thyroid gland	UBERON:0001118
UBERON:0001120	left lobe of thyroid gland	UBERON:0001118
UBERON:0001129	subscapularis muscle	UBERON:0008713
UBERON:0001134	skeletal muscle tissue	UBERON:0002036|UBERON:0014892
UBERON:0001137	dorsum	UBERON:0000475
UBERON:0001143	hepatic vein	UBERON:0006877|UBERON:0015796
UBERON:0001149	bare area of liver	UBERON:0001114
UBERON:0001150	body of pancreas	UBERON:0000064|UBERON:0001264
UBERON:0001151	tail of pancreas	UBERON:0000064|UBERON:0001264
UBERON:0001153	caecum	UBERON:0000059|UBERON:0001155
UBERON:0001155	colon	UBERON:0000059|UBERON:0004921	large bowel
UBERON:0001156	ascending colon	UBERON:0000168
UBERON:0001157	transverse colon	UBERON:0000168
UBERON:0001158	descending colon	UBERON:0000168
UBERON:0001159	sigmoid colon	UBERON:0000168
UBERON:0001160	fundus of stomach	UBERON:0009870
UBERON:0001161	body of stomach	UBERON:0009870
UBERON:0001162	cardia of stomach	UBERON:0009870
UBERON:0001163	lesser curvature of stomach	UBERON:0009870
UBERON:0001164	greater curvature of stomach	UBERON:0009870
UBERON:0001165	pyloric antrum	UBERON:0001166|UBERON:0009870
UBERON:0001166	pylorus	UBERON:0009870
UBERON:0001167	wall of stomach	UBERON:0000945
UBERON:0001168	wall of small intestine	UBERON:0002108
UBERON:0001170	mesentery of small intestine	UBERON:0001206|UBERON:0002108
UBERON:0001171	portal lobule	UBERON:0001280
UBERON:0001172	hepatic acinus	UBERON:0001280
UBERON:0001178	visceral peritoneum	UBERON:0002358|UBERON:0022350
UBERON:0001182	superior mesenteric artery	UBERON:0005616
UBERON:0001183	inferior mesenteric artery	UBERON:0005616|UBERON:0035039
UBERON:0001184	renal artery	UBERON:0012254
UBERON:0001185	right renal artery	UBERON:0001184
UBERON:0001186	left renal artery	UBERON:0001184
UBERON:0001187	testicular artery	UBERON:0010192
UBERON:0001188	right testicular artery	UBERON:0001187|UBERON:0003468
UBERON:0001189	left testicular artery	UBERON:0001187|UBERON:0003468
UBERON:0001190	ovarian artery	UBERON:0001637
UBERON:0001191	common iliac artery	UBERON:0005609|UBERON:0012254
UBERON:0001192	left gastric artery	UBERON:0001637
UBERON:0001193	hepatic artery	UBERON:0001637
UBERON:0001194	splenic artery	UBERON:0001637
UBERON:0001195	inferior pancreaticoduodenal artery	UBERON:0001182|UBERON:0004573|UBERON:0009658
UBERON:0001196	middle colic artery	UBERON:0001637
UBERON:0001197	ileocolic artery	UBERON:0001637
UBERON:0001198	superior suprarenal artery	UBERON:0005624
UBERON:0001199	mucosa of stomach	UBERON:0000945|UBERON:0001167
UBERON:0001200	submucosa of stomach	UBERON:0000945|UBERON:0001167
UBERON:0001201	serosa of stomach	UBERON:0001167
UBERON:0001202	pyloric sphincter	UBERON:0001166
UBERON:0001203	muscularis mucosae of stomach	UBERON:0001199|UBERON:0004222
UBERON:0001204	mucosa of small intestine	UBERON:0001168|UBERON:0002108
UBERON:0001205	submucosa of small intestine	UBERON:0001168|UBERON:0002108
UBERON:0001206	serosa of small intestine	UBERON:0001168|UBERON:0002108
UBERON:0001210	muscularis mucosae of small intestine	UBERON:0001204|UBERON:0002108|UBERON:0004239
UBERON:0001212	duodenal gland	UBERON:0002114|UBERON:0002330
UBERON:0001222	right ureter	UBERON:0000056
UBERON:0001223	left ureter	UBERON:0000056
UBERON:0001224	renal pelvis	UBERON:0000064|UBERON:0002113|UBERON:0004111|UBERON:0036295
UBERON:0001225	cortex of kidney	UBERON:0002113|UBERON:0008987
UBERON:0001226	major calyx	UBERON:0006517
UBERON:0001227	minor calyx	UBERON:0006517
UBERON:0001228	renal papilla	UBERON:0000064|UBERON:0001224|UBERON:0001294
UBERON:0001229	renal corpuscle	UBERON:0000063|UBERON:0001225|UBERON:0001285|UBERON:0007684
UBERON:0001230	glomerular capsule	UBERON:0000064|UBERON:0001229
UBERON:0001231	nephron tubule	UBERON:0001285|UBERON:0004211
UBERON:0001232	collecting duct of renal tubule	UBERON:0001285|UBERON:0004100|UBERON:0006555|UBERON:0007684
UBERON:0001233	right adrenal gland	UBERON:0002369
UBERON:0001234	left adrenal gland	UBERON:0002369
UBERON:0001235	adrenal cortex	UBERON:0002369|UBERON:0004120
UBERON:0001236	adrenal medulla	UBERON:0002369|UBERON:0010313
UBERON:0001238	lamina propria of small intestine	UBERON:0001168|UBERON:0001204|UBERON:0002108
UBERON:0001241	crypt of Lieberkuhn of small intestine	UBERON:0002108
UBERON:0001246	interlobular bile duct	UBERON:0001279|UBERON:0003704
UBERON:0001247	falciform ligament	UBERON:0002095|UBERON:0005626|UBERON:0013139
UBERON:0001248	hilum of spleen	UBERON:0002106
UBERON:0001249	spleen lymphoid follicle	UBERON:0001959|UBERON:0002106|UBERON:1000024
UBERON:0001250	red pulp of spleen	UBERON:1000023
UBERON:0001251	marginal zone of spleen	UBERON:0000064|UBERON:0002106
UBERON:0001252	adventitia of ureter	UBERON:0000056|UBERON:0009916
UBERON:0001253	lamina propria of ureter	UBERON:0000030|UBERON:0000056|UBERON:0001008|UBERON:0004980|UBERON:0009916
UBERON:0001254	urothelium of ureter	UBERON:0000056
UBERON:0001255	urinary bladder	UBERON:0001556|UBERON:0002075|UBERON:0004120|UBERON:0018707	vesica urinaria
UBERON:0001256	wall of urinary bladder	UBERON:0000060|UBERON:0001255
UBERON:0001257	trigone of urinary bladder	UBERON:0000064|UBERON:0006082
UBERON:0001258	neck of urinary bladder	UBERON:0001255|UBERON:0001560
UBERON:0001259	mucosa of urinary bladder	UBERON:0000344|UBERON:0001255|UBERON:0001256
UBERON:0001260	serosa of urinary bladder	UBERON:0000042|UBERON:0001255|UBERON:0001256
UBERON:0001261	lamina propria of urinary bladder	UBERON:0000030|UBERON:0001255|UBERON:0001256|UBERON:0001259
UBERON:0001263	pancreatic acinus	UBERON:0000017|UBERON:0007324
UBERON:0001264	pancreas	UBERON:0002075
UBERON:0001265	trabecula of spleen	UBERON:0002106|UBERON:1000024
UBERON:0001266	splenic cord	UBERON:0000064|UBERON:0001250
UBERON:0001276	epithelium of stomach	UBERON:0000945|UBERON:0001199
UBERON:0001279	portal triad	UBERON:0001172
UBERON:0001280	liver parenchyma	UBERON:0002107|UBERON:0004119
UBERON:0001281	hepatic sinusoid	UBERON:0002107|UBERON:0004647|UBERON:0006877|UBERON:0015796
UBERON:0001282	intralobular bile duct	UBERON:0001172|UBERON:0003704|UBERON:0004647
UBERON:0001283	bile canaliculus	UBERON:0001172|UBERON:0004647|UBERON:0005452
UBERON:0001284	renal column	UBERON:0000064|UBERON:8410073
UBERON:0001285	nephron	UBERON:0000064|UBERON:0007684
UBERON:0001286	Bowman's space	UBERON:0001230
UBERON:0001287	proximal convoluted tubule	UBERON:0001225|UBERON:0004134|UBERON:0006534|UBERON:0006853
UBERON:0001288	loop of Henle	UBERON:0007685
UBERON:0001289	descending limb of loop of Henle	UBERON:0001288|UBERON:0007685
UBERON:0001290	proximal straight tubule	UBERON:0001289|UBERON:0004134|UBERON:0006853|UBERON:0009035
UBERON:0001291	thick ascending limb of loop of Henle	UBERON:0004135|UBERON:0005164|UBERON:0009035
UBERON:0001292	distal convoluted tubule	UBERON:0001225|UBERON:0004135|UBERON:0006534|UBERON:0006853
UBERON:0001293	outer medulla of kidney	UBERON:0000064|UBERON:0000362|UBERON:0002113
UBERON:0001294	inner medulla of kidney	UBERON:0000064|UBERON:0000362|UBERON:0002113
UBERON:0001295	endometrium	UBERON:0000459|UBERON:0000995
UBERON:0001296	myometrium	UBERON:0000459|UBERON:0004923|UBERON:0005156
UBERON:0001297	serosa of uterus	UBERON:0000042|UBERON:0000459|UBERON:0000995|UBERON:0005156
UBERON:0001302	right fallopian tube	UBERON:0003889
UBERON:0001303	left fallopian tube	UBERON:0003889
UBERON:0001304	germinal epithelium of ovary	UBERON:0001307|UBERON:0004911
UBERON:0001305	ovarian follicle	UBERON:0004120|UBERON:8450001
UBERON:0001306	cumulus oophorus	UBERON:0001305|UBERON:0005156|UBERON:0005170
UBERON:0001307	capsule of ovary	UBERON:0000992|UBERON:0005156
UBERON:0001308	external iliac artery	UBERON:0001191|UBERON:0005609
UBERON:0001309	internal iliac artery	UBERON:0001191|UBERON:0005609
UBERON:0001310	umbilical artery	UBERON:0001637
UBERON:0001311	inferior vesical artery	UBERON:0009027
UBERON:0001312	superior vesical artery	UBERON:0003468|UBERON:0009027
UBERON:0001313	iliolumbar artery	UBERON:0001637
UBERON:0001314	obturator artery	UBERON:0001637
UBERON:0001315	superior gluteal artery	UBERON:0001637
UBERON:0001328	lobe of prostate	UBERON:0002367|UBERON:0005156
UBERON:0001329	prostate gland anterior lobe	UBERON:0001328
UBERON:0001331	skin of penis	UBERON:0000014|UBERON:0005156
UBERON:0001340	dorsal artery of penis	UBERON:0001637|UBERON:0004573|UBERON:0005156|UBERON:0008320
UBERON:0001342	mesovarium	UBERON:0000992|UBERON:0002095|UBERON:0005156
UBERON:0001343	seminiferous tubule of testis	UBERON:0000025|UBERON:0000473|UBERON:0004120
UBERON:0001347	white adipose tissue	UBERON:0001013
UBERON:0001348	brown adipose tissue	UBERON:0001013	adipocytus multigutturalis|brown fat|multilocular adipose tissue|textus adiposus fuscus
UBERON:0001353	anal region	UBERON:0000475
UBERON:0001354	inferior epigastric artery	UBERON:0006349
UBERON:0001355	deep femoral artery	UBERON:0001637
UBERON:0001356	medial circumflex femoral artery	UBERON:0001637
UBERON:0001357	inferior rectal artery	UBERON:0015212|UBERON:0035039
UBERON:0001358	perineal artery	UBERON:0001637
UBERON:0001367	external anal sphincter	UBERON:0003898|UBERON:0004832
UBERON:0001384	primary motor cortex	UBERON:0000956|UBERON:0001870|UBERON:0001950|UBERON:0002616
UBERON:0001390	sural artery	UBERON:0001637
UBERON:0001393	auditory cortex	UBERON:0000956|UBERON:0002616
UBERON:0001394	axillary artery	UBERON:0001637
UBERON:0001395	thoraco-acromial artery	UBERON:0001637
UBERON:0001396	lateral thoracic artery	UBERON:0001637
UBERON:0001397	subscapular artery	UBERON:0001637
UBERON:0001398	brachial artery	UBERON:0001637
UBERON:0001399	deep brachial artery	UBERON:0001637
UBERON:0001404	radial artery	UBERON:0001637
UBERON:0001406	ulnar artery	UBERON:0001637
UBERON:0001410	common palmar digital artery	UBERON:0006141
UBERON:0001415	skin of pelvis	UBERON:0002355|UBERON:0003836
UBERON:0001416	skin of abdomen	UBERON:0000916|UBERON:0003836	abdomen skin|abdomen zone of skin|abdominal skin|skin of abdomen proper|zone of skin of abdomen
UBERON:0001417	skin of neck	UBERON:0000014
UBERON:0001418	skin of thorax	UBERON:0000915|UBERON:0001085
UBERON:0001419	skin of limb	UBERON:0000014|UBERON:0002101
UBERON:0001421	pectoral girdle region	UBERON:0007823|UBERON:0010708|UBERON:0015212
UBERON:0001434	skeletal system	UBERON:0002204|UBERON:0011216	skeleton system
UBERON:0001439	compact bone tissue	UBERON:0002481|UBERON:0002482
UBERON:0001443	chest	UBERON:0000915|UBERON:0009569
UBERON:0001444	subdivision of head	UBERON:0000033|UBERON:0000475
UBERON:0001456	face	UBERON:0001444
UBERON:0001457	skin of eyelid	UBERON:1000021
UBERON:0001458	skin of lip	UBERON:1000021
UBERON:0001459	skin of external ear	UBERON:0001084
UBERON:0001465	knee	UBERON:0000978|UBERON:0008784	knee region
UBERON:0001471	skin of prepuce of penis	UBERON:0001331
UBERON:0001474	bone element	UBERON:0001434|UBERON:0004765
UBERON:0001476	deltoid	UBERON:0008713
UBERON:0001483	skin of shoulder	UBERON:0000014
UBERON:0001510	skin of knee	UBERON:0001465|UBERON:0001511
UBERON:0001511	skin of leg	UBERON:0000978|UBERON:0003532	leg skin|leg zone of skin|zone of skin of leg
UBERON:0001512	skin of ankle	UBERON:0001513
UBERON:0001513	skin of pes	UBERON:0003532|UBERON:0015790
UBERON:0001517	skin of elbow	UBERON:0002427
UBERON:0001518	skin of wrist	UBERON:0001519
UBERON:0001519	skin of manus	UBERON:0003531|UBERON:0015790
UBERON:0001529	brachiocephalic artery	UBERON:0004573
UBERON:0001530	common carotid artery plus branches	UBERON:0004573
UBERON:0001531	right common carotid artery plus branches	UBERON:0001530
UBERON:0001532	internal carotid artery	UBERON:0000033|UBERON:0001530|UBERON:0005396
UBERON:0001533	subclavian artery	UBERON:0004120|UBERON:0004573
UBERON:0001534	right subclavian artery	UBERON:0001533|UBERON:0015212
UBERON:0001535	vertebral artery	UBERON:0002458
UBERON:0001536	left common carotid artery plus branches	UBERON:0001530
UBERON:0001537	anterior tibial artery	UBERON:0007610
UBERON:0001538	posterior tibial artery	UBERON:0007610
UBERON:0001539	dorsalis pedis artery	UBERON:0001637|UBERON:0002103
UBERON:0001540	peroneal artery	UBERON:0035292
UBERON:0001541	medial plantar artery	UBERON:0001538|UBERON:0001637
UBERON:0001552	kidney arcuate artery	UBERON:0001225|UBERON:0001637|UBERON:0003644
UBERON:0001553	medial tarsal artery	UBERON:0001637
UBERON:0001554	skin of hip	UBERON:0000014
UBERON:0001555	digestive tract	UBERON:0000025|UBERON:0001007
UBERON:0001556	lower urinary tract	UBERON:0001008|UBERON:0011216
UBERON:0001558	lower respiratory tract	UBERON:0000072
UBERON:0001560	neck of organ	UBERON:0034944
UBERON:0001561	subcostal artery	UBERON:0004573
UBERON:0001584	left subclavian artery	UBERON:0001533|UBERON:0015212
UBERON:0001601	extra-ocular muscle	UBERON:0003269
UBERON:0001602	medial rectus extraocular muscle	UBERON:0006533
UBERON:0001603	lateral rectus extra-ocular muscle	UBERON:0006533
UBERON:0001604	levator palpebrae superioris	UBERON:0001601
UBERON:0001609	isthmus of thyroid gland	UBERON:0000064|UBERON:0002046
UBERON:0001610	lingual artery	UBERON:0001723|UBERON:0015212|UBERON:0035398
UBERON:0001611	sublingual artery	UBERON:0001637
UBERON:0001612	facial artery	UBERON:0035398
UBERON:0001613	occipital artery	UBERON:0035398
UBERON:0001614	superficial temporal artery	UBERON:0001632|UBERON:0035398
UBERON:0001615	transverse facial artery	UBERON:0013648
UBERON:0001616	maxillary artery	UBERON:0001637
UBERON:0001617	mental artery	UBERON:0001637
UBERON:0001618	buccal artery	UBERON:0001637
UBERON:0001619	ophthalmic artery	UBERON:0001637
UBERON:0001620	central retinal artery	UBERON:0001637
UBERON:0001621	coronary artery	UBERON:0000948|UBERON:0003498|UBERON:0004573
UBERON:0001622	lacrimal artery	UBERON:0001637
UBERON:0001623	dorsal nasal artery	UBERON:0015156
UBERON:0001624	anterior cerebral artery	UBERON:0004449
UBERON:0001625	right coronary artery	UBERON:0001621
UBERON:0001626	left coronary artery	UBERON:0001621
UBERON:0001627	middle cerebral artery	UBERON:0004449
UBERON:0001628	posterior communicating artery	UBERON:0003709|UBERON:0004573|UBERON:0006347|UBERON:0015212
UBERON:0001630	muscle organ	UBERON:0000062|UBERON:0001015|UBERON:0005090
UBERON:0001632	temporal artery	UBERON:0000033|UBERON:0001637
UBERON:0001633	basilar artery	UBERON:0001533|UBERON:0004573|UBERON:0035307
UBERON:0001634	mesencephalic artery	UBERON:0001637
UBERON:0001635	superior cerebellar artery	UBERON:0003472|UBERON:0035489
UBERON:0001636	posterior cerebral artery	UBERON:0001633|UBERON:0004449|UBERON:0015212|UBERON:0035489
UBERON:0001637	artery	UBERON:0003509|UBERON:0004572	arterial subtree|arterial tree organ part|arteries
UBERON:0001640	celiac artery	UBERON:0004573|UBERON:0012254
UBERON:0001651	right pulmonary artery	UBERON:0001637
UBERON:0001652	left pulmonary artery	UBERON:0001637
UBERON:0001702	eyelash	UBERON:0001037
UBERON:0001705	nail	UBERON:0001003|UBERON:0009564
UBERON:0001723	tongue	UBERON:0000020|UBERON:0000165|UBERON:0001033|UBERON:0013765
UBERON:0001746	capsule of thyroid gland	UBERON:0002046
UBERON:0001747	parenchyma of thyroid gland	UBERON:0002046
UBERON:0001818	tarsal gland	UBERON:0013231|UBERON:0015251
UBERON:0001820	sweat gland	UBERON:0001003|UBERON:0002365|UBERON:0007771
UBERON:0001821	sebaceous gland	UBERON:0001003|UBERON:0002330|UBERON:0007771
UBERON:0001836	saliva	UBERON:0000456	salivary gland secretion
UBERON:0001868	skin of chest	UBERON:0001418|UBERON:0001443	anterior thoracic region zone of skin|anterolateral part of thorax zone of skin|chest skin|chest zone of skin|front of thorax zone of skin|zone of skin of anterior chest|zone of skin of anterior part of thorax|zone of skin of anterior thoracic region|zone of skin of anterolateral part of thorax|zone of skin of chest|zone of skin of front of thorax
UBERON:0001869	cerebral hemisphere	UBERON:0000064|UBERON:0001893|UBERON:0015212
UBERON:0001870	frontal cortex	UBERON:0016529
UBERON:0001883	olfactory tubercle	UBERON:0002894|UBERON:0005401
UBERON:0001885	dentate gyrus of hippocampal formation	UBERON:0002421|UBERON:0002616
UBERON:0001890	forebrain	UBERON:0000955|UBERON:0002616|UBERON:0004121
UBERON:0001893	telencephalon	UBERON:0001890|UBERON:0002616|UBERON:0004121
UBERON:0001895	metencephalon	UBERON:0002028|UBERON:0004121|UBERON:0004733
UBERON:0001901	epithelium of trachea	UBERON:0003126
UBERON:0001902	epithelium of small intestine	UBERON:0001204|UBERON:0002108
UBERON:0001917	endothelium of artery	UBERON:0001637
UBERON:0001948	regional part of spinal cord	UBERON:0000073|UBERON:0002240
UBERON:0001950	neocortex	UBERON:0000956|UBERON:0002616
UBERON:0001953	presubiculum	UBERON:0000064|UBERON:0002421|UBERON:0002973
UBERON:0001954	Ammon's horn	UBERON:0002421|UBERON:0002616
UBERON:0001955	epithelium of respiratory bronchiole	UBERON:0002051|UBERON:0002188
UBERON:0001958	terminal bronchiole epithelium	UBERON:0002051|UBERON:0002187
UBERON:0001959	white pulp of spleen	UBERON:1000023
UBERON:0001960	periarterial lymphatic sheath	UBERON:0001959|UBERON:0004177|UBERON:0005172
UBERON:0001969	blood plasma	UBERON:0000178|UBERON:0000179
UBERON:0001972	submucosa of esophagus	UBERON:0001043|UBERON:0001096
UBERON:0001974	lamina propria of esophagus	UBERON:0000030|UBERON:0001043|UBERON:0002469
UBERON:0001975	serosa of esophagus	UBERON:0000042|UBERON:0001043|UBERON:0001096
UBERON:0001976	epithelium of esophagus	UBERON:0001043|UBERON:0002469
UBERON:0001977	blood serum	UBERON:0000179|UBERON:0001969
UBERON:0001978	parenchyma of pancreas	UBERON:0001264
UBERON:0001981	blood vessel	UBERON:0000055|UBERON:0004537
UBERON:0001987	placenta	UBERON:0000062|UBERON:0000474|UBERON:0005156|UBERON:0016887	allantoic placenta|eutherian placenta
UBERON:0001992	papillary layer of dermis	UBERON:0002067|UBERON:0013754
UBERON:0001993	reticular layer of dermis	UBERON:0002067|UBERON:0008877|UBERON:0013754
UBERON:0002011	thoracodorsal artery	UBERON:0001637
UBERON:0002012	pulmonary artery	UBERON:0001637
UBERON:0002015	kidney capsule	UBERON:0002113
UBERON:0002020	gray matter	UBERON:0001017|UBERON:0011215
UBERON:0002021	occipital lobe	UBERON:0000956
UBERON:0002022	insula	UBERON:0000956|UBERON:0001869|UBERON:0005401
UBERON:0002025	stratum basale of epidermis	UBERON:0001003|UBERON:0013754
UBERON:0002026	stratum spinosum of epidermis	UBERON:0001003|UBERON:0013754
UBERON:0002027	stratum corneum of epidermis	UBERON:0001003|UBERON:0013754
UBERON:0002028	hindbrain	UBERON:0000955|UBERON:0002616|UBERON:0004121
UBERON:0002029	epithelium of gall bladder	UBERON:0002110
UBERON:0002036	striated muscle tissue	UBERON:0002385
UBERON:0002037	cerebellum	UBERON:0001895|UBERON:0002028|UBERON:0002616	epencephalon-1
UBERON:0002040	bronchial artery	UBERON:0004573
UBERON:0002046	thyroid gland	UBERON:0000949|UBERON:0002368|UBERON:0004119|UBERON:0010314	thyroid
UBERON:0002048	lung	UBERON:0000170|UBERON:0000171|UBERON:0005178|UBERON:0015212	pulmo
UBERON:0002049	vasculature	UBERON:0000477|UBERON:0007798	vascular network
UBERON:0002050	embryonic structure	UBERON:0000922|UBERON:0005423
UBERON:0002051	epithelium of bronchiole	UBERON:0000115|UBERON:0002186|UBERON:0005039
UBERON:0002052	adrenal gland capsule	UBERON:0002369
UBERON:0002053	zona glomerulosa of adrenal gland	UBERON:0001235|UBERON:0009753
UBERON:0002054	zona fasciculata of adrenal gland	UBERON:0001235|UBERON:0009753
UBERON:0002055	zona reticularis of adrenal gland	UBERON:0001235|UBERON:0009753
UBERON:0002056	inferior suprarenal artery	UBERON:0005624
UBERON:0002057	phrenic artery	UBERON:0004573
UBERON:0002060	femoral artery	UBERON:0001637
UBERON:0002061	truncus arteriosus	UBERON:0001637|UBERON:0002050|UBERON:0003498|UBERON:0004145
UBERON:0002062	endocardial cushion	UBERON:0000922|UBERON:0000948|UBERON:0002050|UBERON:0002165|UBERON:0009751
UBERON:0002063	sinus venosus	UBERON:0002350|UBERON:0004120|UBERON:0004151
UBERON:0002067	dermis	UBERON:0002097|UBERON:0004923|UBERON:0010314|UBERON:0013754
UBERON:0002068	urachus	UBERON:0000481|UBERON:0001255
UBERON:0002069	stratum granulosum of epidermis	UBERON:0001003|UBERON:0013754
UBERON:0002070	superior pancreaticoduodenal artery	UBERON:0009658|UBERON:0010132
UBERON:0002071	stratum lucidum of epidermis	UBERON:0001003|UBERON:0013754
UBERON:0002072	hypodermis	UBERON:0002199|UBERON:0004120|UBERON:0004923|UBERON:0013754
UBERON:0002073	hair follicle	UBERON:0001003|UBERON:0036150
UBERON:0002074	hair shaft	UBERON:0001037
UBERON:0002075	viscus	UBERON:0002100|UBERON:0005177
UBERON:0002076	cuticle of hair	UBERON:0002074
UBERON:0002077	cortex of hair	UBERON:0001037|UBERON:0002074
UBERON:0002078	right cardiac atrium	UBERON:0002081|UBERON:0035554
UBERON:0002079	left cardiac atrium	UBERON:0002081|UBERON:0035553
UBERON:0002080	heart right ventricle	UBERON:0002082|UBERON:0035554
UBERON:0002081	cardiac atrium	UBERON:0004120|UBERON:0004151
UBERON:0002082	cardiac ventricle	UBERON:0004120|UBERON:0004151
UBERON:0002084	heart left ventricle	UBERON:0002082|UBERON:0035553
UBERON:0002085	interatrial septum	UBERON:0002099
UBERON:0002086	sinoatrial valve	UBERON:0000946|UBERON:0002050
UBERON:0002087	atrioventricular canal	UBERON:0002050|UBERON:0011820
UBERON:0002093	spinal dura mater	UBERON:0002240|UBERON:0003292
UBERON:0002094	interventricular septum	UBERON:0002099
UBERON:0002095	mesentery	UBERON:0000042
UBERON:0002097	skin of body	UBERON:0000062|UBERON:0002199|UBERON:0010314	entire skin|skin organ
UBERON:0002098	apex of heart	UBERON:0000948
UBERON:0002099	cardiac septum	UBERON:0000948
UBERON:0002100	trunk	UBERON:0011676|UBERON:0013702
UBERON:0002101	limb	UBERON:0004708
UBERON:0002103	hindlimb	UBERON:0000154|UBERON:0002101|UBERON:0004709|UBERON:0010709
UBERON:0002104	visual system	UBERON:0001032
UBERON:0002106	spleen	UBERON:0000916|UBERON:0002390|UBERON:0002405|UBERON:0004177|UBERON:0005057|UBERON:0017672
UBERON:0002107	liver	UBERON:0000916|UBERON:0000949|UBERON:0001007|UBERON:0002330|UBERON:0002365|UBERON:0002423|UBERON:0004119|UBERON:0005172|UBERON:0006925
UBERON:0002108	small intestine	UBERON:0000160|UBERON:0004921|UBERON:0013765	small bowel
UBERON:0002110	gallbladder	UBERON:0000916|UBERON:0002294|UBERON:0002423|UBERON:0004119|UBERON:0013765|UBERON:0017672|UBERON:0018707	cholecyst|gall bladder
UBERON:0002111	artery smooth muscle tissue	UBERON:0001637
UBERON:0002112	smooth muscle of esophagus	UBERON:0001043|UBERON:0003832
UBERON:0002113	kidney	UBERON:0000489|UBERON:0000916|UBERON:0005172|UBERON:0011143|UBERON:0015212
UBERON:0002114	duodenum	UBERON:0002108|UBERON:0004921
UBERON:0002115	jejunum	UBERON:0002108|UBERON:0004921
UBERON:0002116	ileum	UBERON:0002108|UBERON:0004921
UBERON:0002118	right ovary	UBERON:0000992|UBERON:0015212
UBERON:0002119	left ovary	UBERON:0000992|UBERON:0015212
UBERON:0002120	pronephros	UBERON:0002113|UBERON:0004120|UBERON:0005423
UBERON:0002122	capsule of thymus	UBERON:0002370
UBERON:0002123	cortex of thymus	UBERON:0002370
UBERON:0002124	medulla of thymus	UBERON:0002370
UBERON:0002125	thymus lobule	UBERON:0002370|UBERON:0005483
UBERON:0002129	cerebellar cortex	UBERON:0002037
UBERON:0002130	cerebellar nuclear complex	UBERON:0002037
UBERON:0002131	anterior lobe of cerebellum	UBERON:0005293
UBERON:0002132	dentate nucleus	UBERON:0002130|UBERON:0008995
UBERON:0002133	atrioventricular valve	UBERON:0000946|UBERON:0011820
UBERON:0002134	tricuspid valve	UBERON:0002133|UBERON:0005208|UBERON:0005965
UBERON:0002135	mitral valve	UBERON:0002133|UBERON:0005966
UBERON:0002136	hilus of dentate gyrus	UBERON:0001885|UBERON:0005401
UBERON:0002137	aortic valve	UBERON:0005623|UBERON:0005956
UBERON:0002146	pulmonary valve	UBERON:0005623
UBERON:0002153	fastigial nucleus	UBERON:0002130|UBERON:0008995
UBERON:0002165	endocardium	UBERON:0000948|UBERON:0004120|UBERON:0005983
UBERON:0002166	endocardium of atrium	UBERON:0002081|UBERON:0002165
UBERON:0002167	right lung	UBERON:0002048
UBERON:0002168	left lung	UBERON:0002048
UBERON:0002169	alveolar sac	UBERON:0000115|UBERON:0000117|UBERON:0006524|UBERON:0008874
UBERON:0002170	upper lobe of right lung	UBERON:0002167|UBERON:0006518|UBERON:0008948
UBERON:0002171	lower lobe of right lung	UBERON:0002167|UBERON:0006518|UBERON:0008949
UBERON:0002172	alveolar atrium	UBERON:0000064|UBERON:0002299
UBERON:0002173	pulmonary alveolar duct	UBERON:0000117|UBERON:0002048|UBERON:0006524
UBERON:0002174	middle lobe of right lung	UBERON:0002167|UBERON:0006518|UBERON:0008955
UBERON:0002175	intermediolateral nucleus	UBERON:0011777|UBERON:0016578
UBERON:0002176	lateral cervical nucleus	UBERON:0002256|UBERON:0011777
UBERON:0002179	lateral funiculus of spinal cord	UBERON:0006127
UBERON:0002180	ventral funiculus of spinal cord	UBERON:0006127|UBERON:0015212
UBERON:0002181	substantia gelatinosa	UBERON:0002256|UBERON:0016570
UBERON:0002183	lobar bronchus	UBERON:0000101|UBERON:0035767
UBERON:0002184	segmental bronchus	UBERON:0000101|UBERON:0035767
UBERON:0002186	bronchiole	UBERON:0000117|UBERON:0002048|UBERON:0007196
UBERON:0002187	terminal bronchiole	UBERON:0002186|UBERON:0010369
UBERON:0002188	respiratory bronchiole	UBERON:0002186|UBERON:0008874
UBERON:0002189	outer cortex of kidney	UBERON:0001225
UBERON:0002190	subcutaneous adipose tissue	UBERON:0001013|UBERON:0002072	fatty layer of subcutaneous tissue|hypodermis fat layer|panniculus adiposus (tela subcutanea)|panniculus adiposus telae subcutaneae|subcutaneous fat layer
UBERON:0002191	subiculum	UBERON:0002421|UBERON:0002616
UBERON:0002193	hemolymphoid system	UBERON:0000467
UBERON:0002199	integument	UBERON:0002416|UBERON:0010314|UBERON:0011216
UBERON:0002202	submucosa of trachea	UBERON:0003126
UBERON:0002204	musculoskeletal system	UBERON:0000467
UBERON:0002228	rib	UBERON:0002513|UBERON:0015019
UBERON:0002240	spinal cord	UBERON:0000489|UBERON:0001017|UBERON:0001137|UBERON:0004121|UBERON:0005174|UBERON:0010314
UBERON:0002245	cerebellar hemisphere	UBERON:0002129|UBERON:0002749|UBERON:0015212
UBERON:0002246	dorsal thoracic nucleus	UBERON:0002256|UBERON:0011777
UBERON:0002247	uterine horn	UBERON:0000064|UBERON:0000995|UBERON:0005156|UBERON:0015212
UBERON:0002248	transverse pericardial sinus	UBERON:0005601|UBERON:0010279
UBERON:0002249	median artery	UBERON:0001637
UBERON:0002250	popliteal artery	UBERON:0001637
UBERON:0002254	thyroglossal duct	UBERON:0000025|UBERON:0002046
UBERON:0002256	dorsal horn of spinal cord	UBERON:0002315|UBERON:0015212|UBERON:0016550
UBERON:0002257	ventral horn of spinal cord	UBERON:0002315|UBERON:0015212|UBERON:0016550
UBERON:0002258	dorsal funiculus of spinal cord	UBERON:0006127|UBERON:0015212
UBERON:0002266	anterior olfactory nucleus	UBERON:0002894
UBERON:0002268	olfactory organ	UBERON:0000020
UBERON:0002270	hyaloid artery	UBERON:0001637
UBERON:0002283	nail matrix	UBERON:0000479|UBERON:0001705
UBERON:0002284	hyponychium	UBERON:0002027|UBERON:0002097
UBERON:0002290	choroid plexus of fourth ventricle	UBERON:0002037|UBERON:0006694
UBERON:0002291	central canal of spinal cord	UBERON:0002240|UBERON:0004111|UBERON:0004121
UBERON:0002294	biliary system	UBERON:0002423|UBERON:0011216
UBERON:0002299	alveolus of lung	UBERON:0002048|UBERON:0006524|UBERON:0008874
UBERON:0002301	layer of neocortex	UBERON:0001950|UBERON:0022303|UBERON:8440004
UBERON:0002302	myocardium of atrium	UBERON:0002081|UBERON:0002349
UBERON:0002303	juxtaglomerular apparatus	UBERON:0000061|UBERON:0001225
UBERON:0002304	layer of dentate gyrus	UBERON:0001885|UBERON:0011215|UBERON:0022303
UBERON:0002305	layer of hippocampus	UBERON:0002421|UBERON:0011215|UBERON:0016548
UBERON:0002310	hippocampus fimbria	UBERON:0000052|UBERON:0001954|UBERON:0011215
UBERON:0002313	hippocampus pyramidal layer	UBERON:0002305
UBERON:0002315	gray matter of spinal cord	UBERON:0002020|UBERON:0002240
UBERON:0002318	white matter of spinal cord	UBERON:0002240
UBERON:0002319	mesangium	UBERON:0000074|UBERON:0005215
UBERON:0002320	glomerular mesangium	UBERON:0002319|UBERON:0004190
UBERON:0002321	extraglomerular mesangium	UBERON:0001229|UBERON:0002303|UBERON:0002319
UBERON:0002330	exocrine system	UBERON:0000467	exocrine glandular system
UBERON:0002333	pulmonary trunk	UBERON:0001637
UBERON:0002335	macula densa	UBERON:0002303|UBERON:0004135|UBERON:0004211
UBERON:0002337	endometrial stroma	UBERON:0001295|UBERON:0005156
UBERON:0002338	lamina propria of bronchus	UBERON:0000031
UBERON:0002339	epithelium of lobar bronchus	UBERON:0000115|UBERON:0002183
UBERON:0002341	epithelium of segmental bronchus	UBERON:0000115|UBERON:0002184
UBERON:0002348	epicardium	UBERON:0000481|UBERON:0000948
UBERON:0002349	myocardium	UBERON:0000383|UBERON:0000948|UBERON:0005983
UBERON:0002350	conducting system of heart	UBERON:0002349|UBERON:0004493
UBERON:0002351	sinoatrial node	UBERON:0002078|UBERON:0002350|UBERON:0003379
UBERON:0002352	atrioventricular node	UBERON:0002085|UBERON:0002350|UBERON:0004491|UBERON:0004493
UBERON:0002353	bundle of His	UBERON:0002350|UBERON:0004146|UBERON:0018649
UBERON:0002354	cardiac Purkinje fiber	UBERON:0002350|UBERON:0004146|UBERON:0018649|UBERON:8000009
UBERON:0002355	pelvic region of trunk	UBERON:0000475|UBERON:0002417
UBERON:0002358	peritoneum	UBERON:0000042|UBERON:0003697|UBERON:0035820
UBERON:0002365	exocrine gland	UBERON:0002330|UBERON:0002530	ducted gland|glandula exocrina
UBERON:0002367	prostate gland	UBERON:0004119|UBERON:0010147	male prostate|prostate
UBERON:0002368	endocrine gland	UBERON:0000949|UBERON:0002530	ductless gland|glandula endocrina
UBERON:0002369	adrenal gland	UBERON:0000916|UBERON:0000949|UBERON:0005172|UBERON:0006858|UBERON:0010314|UBERON:0015212	glandula adrenalis|glandula suprarenalis
UBERON:0002370	thymus	UBERON:0000153|UBERON:0000949|UBERON:0002368|UBERON:0002390|UBERON:0002405|UBERON:0004119|UBERON:0004177|UBERON:0005057|UBERON:0005058	thymus gland|thymus organ
UBERON:0002371	bone marrow	UBERON:0000479|UBERON:0001474|UBERON:0002390|UBERON:0002405	medulla ossea|medulla ossium
UBERON:0002384	connective tissue	UBERON:0000479
UBERON:0002385	muscle tissue	UBERON:0000479|UBERON:0001015|UBERON:0004120
UBERON:0002390	hematopoietic system	UBERON:0000467|UBERON:0002193|UBERON:0004120	haematological system|haemopoietic system|organa haemopoietica
UBERON:0002399	lesser omentum	UBERON:0001178|UBERON:0003688|UBERON:0004120|UBERON:0005626|UBERON:0009870
UBERON:0002400	parietal pleura	UBERON:0000977|UBERON:0004923
UBERON:0002401	visceral pleura	UBERON:0000977|UBERON:0002048|UBERON:0022350
UBERON:0002405	immune system	UBERON:0015203
UBERON:0002416	integumental system	UBERON:0000467
UBERON:0002417	abdominal segment of trunk	UBERON:0009569|UBERON:0011676
UBERON:0002419	skin gland	UBERON:0002097
UBERON:0002421	hippocampal formation	UBERON:0000203|UBERON:0000956|UBERON:0002616
UBERON:0002423	hepatobiliary system	UBERON:0001007|UBERON:0011216
UBERON:0002427	arm skin	UBERON:0003531
UBERON:0002436	primary visual cortex	UBERON:0000411|UBERON:0002021|UBERON:8440011
UBERON:0002450	decidua	UBERON:0000478|UBERON:0001987
UBERON:0002451	endometrial gland	UBERON:0001295|UBERON:0012276
UBERON:0002454	dorsal metacarpal artery	UBERON:0001637
UBERON:0002455	common plantar digital arteries	UBERON:0006138
UBERON:0002456	internal thoracic artery	UBERON:0001533|UBERON:0004573
UBERON:0002457	intersomitic artery	UBERON:0001637
UBERON:0002458	spinal artery	UBERON:0004573
UBERON:0002465	lymphoid system	UBERON:0000467|UBERON:0002193|UBERON:0002405
UBERON:0002469	esophagus mucosa	UBERON:0000344|UBERON:0001043|UBERON:0001096
UBERON:0002481	bone tissue	UBERON:0001474|UBERON:0004755	calcium tissue|osseous tissue|osteogenic tissue
UBERON:0002482	lamellar bone	UBERON:0002481
UBERON:0002483	trabecular bone tissue	UBERON:0002481|UBERON:0002482
UBERON:0002484	bone marrow cavity	UBERON:0001439
UBERON:0002485	prostate duct	UBERON:0002367|UBERON:0004119
UBERON:0002493	uterine artery	UBERON:0000995|UBERON:0001190|UBERON:0005156|UBERON:0015212
UBERON:0002494	papillary muscle of heart	UBERON:0000064|UBERON:0002082
UBERON:0002505	spiral modiolar artery	UBERON:0001637
UBERON:0002511	trabecula carnea	UBERON:0000948|UBERON:0002082
UBERON:0002512	corpus luteum	UBERON:0000949|UBERON:0000992|UBERON:0002368|UBERON:0003134|UBERON:0004120
UBERON:0002513	endochondral bone	UBERON:0001474|UBERON:0010363
UBERON:0002527	pancreatic lymph node	UBERON:0001264
UBERON:0002529	limb segment	UBERON:0002101|UBERON:0010538
UBERON:0002530	gland	UBERON:0000062
UBERON:0002564	lateral orbital gyrus	UBERON:0007193
UBERON:0002566	superior precentral sulcus	UBERON:0014473
UBERON:0002568	amiculum of dentate nucleus	UBERON:0002132
UBERON:0002570	medial orbital gyrus	UBERON:0007193
UBERON:0002575	posterior orbital gyrus	UBERON:0007193
UBERON:0002581	postcentral gyrus	UBERON:0000200
UBERON:0002586	calcarine sulcus	UBERON:0000956
UBERON:0002590	prepyriform area	UBERON:0000956|UBERON:0002616
UBERON:0002599	medial olfactory gyrus	UBERON:0000200
UBERON:0002602	emboliform nucleus	UBERON:0004073
UBERON:0002603	paraterminal gyrus	UBERON:0002665
UBERON:0002613	cerebellum globose nucleus	UBERON:0004073
UBERON:0002616	regional part of brain	UBERON:0000073|UBERON:0000955
UBERON:0002624	orbital part of inferior frontal gyrus	UBERON:0002998|UBERON:0015593
UBERON:0002629	triangular part of inferior frontal gyrus	UBERON:0000064|UBERON:0002998
UBERON:0002644	intermediate orbital gyrus	UBERON:0007193
UBERON:0002656	periamygdaloid area	UBERON:0002973|UBERON:0005401|UBERON:0011300
UBERON:0002657	posterior parahippocampal gyrus	UBERON:0000200|UBERON:0002973
UBERON:0002659	superior medullary velum	UBERON:0002037
UBERON:0002661	superior frontal gyrus	UBERON:0015593
UBERON:0002665	supracallosal gyrus	UBERON:0000200
UBERON:0002669	anterior horizontal limb of lateral sulcus	UBERON:0001870|UBERON:0002721|UBERON:0014639
UBERON:0002670	anterior ascending limb of lateral sulcus	UBERON:0001870|UBERON:0002721|UBERON:0014639
UBERON:0002672	anterior subcentral sulcus	UBERON:0001870|UBERON:0014639
UBERON:0002675	diagonal sulcus	UBERON:0001870|UBERON:0014639
UBERON:0002683	rhinal sulcus	UBERON:0000956
UBERON:0002686	angular gyrus	UBERON:0000200
UBERON:0002688	supramarginal gyrus	UBERON:0000200
UBERON:0002698	preoccipital notch	UBERON:0002021
UBERON:0002702	middle frontal gyrus	UBERON:0015593
UBERON:0002703	precentral gyrus	UBERON:0001870|UBERON:0015593
UBERON:0002713	circular sulcus of insula	UBERON:0002022
UBERON:0002721	lateral sulcus	UBERON:0000956
UBERON:0002724	limen of insula	UBERON:0000200|UBERON:0002022
UBERON:0002726	cervical spinal cord	UBERON:0005844
UBERON:0002728	entorhinal cortex	UBERON:0000064|UBERON:0002973|UBERON:0004725
UBERON:0002738	isthmus of cingulate gyrus	UBERON:0000064|UBERON:0002967
UBERON:0002740	posterior cingulate gyrus	UBERON:0000200|UBERON:0002967
UBERON:0002744	hilum of dentate nucleus	UBERON:0002132
UBERON:0002747	neodentate part of dentate nucleus	UBERON:0002132
UBERON:0002749	regional part of cerebellar cortex	UBERON:0002129|UBERON:0002616
UBERON:0002751	inferior temporal gyrus	UBERON:0000200
UBERON:0002756	anterior cingulate gyrus	UBERON:0000200|UBERON:0002967|UBERON:0009835
UBERON:0002764	inferior precentral sulcus	UBERON:0014639|UBERON:0022252
UBERON:0002766	fusiform gyrus	UBERON:0000200
UBERON:0002769	superior temporal gyrus	UBERON:0000200
UBERON:0002771	middle temporal gyrus	UBERON:0000200
UBERON:0002773	anterior transverse temporal gyrus	UBERON:0003939
UBERON:0002774	posterior transverse temporal gyrus	UBERON:0003939
UBERON:0002792	lumbar spinal cord	UBERON:0005844
UBERON:0002799	fronto-orbital sulcus	UBERON:0004167|UBERON:0014639
UBERON:0002806	left occipital lobe	UBERON:0002021
UBERON:0002807	right occipital lobe	UBERON:0002021
UBERON:0002810	right frontal lobe	UBERON:0001870
UBERON:0002811	left frontal lobe	UBERON:0001870
UBERON:0002814	posterior superior fissure of cerebellum	UBERON:0002037|UBERON:0003980
UBERON:0002815	horizontal fissure of cerebellum	UBERON:0002037|UBERON:0003980
UBERON:0002816	prepyramidal fissure of cerebellum	UBERON:0002037|UBERON:0003980
UBERON:0002817	secondary fissure of cerebellum	UBERON:0002037|UBERON:0003980
UBERON:0002818	posterolateral fissure of cerebellum	UBERON:0002037|UBERON:0003980
UBERON:0002893	nucleus of lateral olfactory tract	UBERON:0002894
UBERON:0002894	olfactory cortex	UBERON:0000956|UBERON:0002616
UBERON:0002895	secondary olfactory cortex	UBERON:0000956|UBERON:0002616|UBERON:0002894
UBERON:0002900	transverse occipital sulcus	UBERON:0002021|UBERON:0019303
UBERON:0002901	posterior calcarine sulcus	UBERON:0002021|UBERON:0019303
UBERON:0002902	occipital pole	UBERON:0002021
UBERON:0002903	lunate sulcus	UBERON:0002021|UBERON:0019303
UBERON:0002905	intralingual sulcus	UBERON:0002943|UBERON:0019303
UBERON:0002906	anterior occipital sulcus	UBERON:0002021|UBERON:0019303
UBERON:0002910	posterior ascending limb of lateral sulcus	UBERON:0002721
UBERON:0002916	central sulcus	UBERON:0000956
UBERON:0002928	dentate gyrus polymorphic layer	UBERON:0002304
UBERON:0002929	dentate gyrus pyramidal layer	UBERON:0002304
UBERON:0002940	anterior column of fornix	UBERON:0000052
UBERON:0002943	lingual gyrus	UBERON:0000200|UBERON:0002021|UBERON:0014640
UBERON:0002948	superior occipital gyrus	UBERON:0002021|UBERON:0014640
UBERON:0002956	granular layer of cerebellar cortex	UBERON:0004130
UBERON:0002961	archicortex	UBERON:0014734
UBERON:0002967	cingulate gyrus	UBERON:0000200
UBERON:0002973	parahippocampal gyrus	UBERON:0000200
UBERON:0002974	molecular layer of cerebellar cortex	UBERON:0004130
UBERON:0002979	Purkinje cell layer of cerebellar cortex	UBERON:0004130
UBERON:0002980	opercular part of inferior frontal gyrus	UBERON:0000064|UBERON:0002998
UBERON:0002998	inferior frontal gyrus	UBERON:0015593
UBERON:0003012	flocculonodular lobe	UBERON:0005293|UBERON:0014642
UBERON:0003013	alar central lobule	UBERON:0004003
UBERON:0003015	anterior quadrangular lobule	UBERON:0004003
UBERON:0003016	postcommissural fornix of brain	UBERON:0000052
UBERON:0003021	central lobule	UBERON:0003941|UBERON:0004070
UBERON:0003027	cingulate cortex	UBERON:0002616|UBERON:0016542
UBERON:0003038	thoracic spinal cord	UBERON:0000915|UBERON:0005844
UBERON:0003060	pronephric duct	UBERON:0002120|UBERON:0009201
UBERON:0003074	mesonephric duct	UBERON:0000080|UBERON:0000083|UBERON:0009201
UBERON:0003086	caudal artery	UBERON:0001637
UBERON:0003100	female organism	UBERON:0000468
UBERON:0003101	male organism	UBERON:0000468
UBERON:0003103	compound organ	UBERON:0000062
UBERON:0003118	pharyngeal arch artery 1	UBERON:0004363
UBERON:0003119	pharyngeal arch artery 2	UBERON:0004363
UBERON:0003120	pharyngeal arch artery 3	UBERON:0004363
UBERON:0003121	pharyngeal arch artery 4	UBERON:0004363
UBERON:0003122	pharyngeal arch artery 5	UBERON:0004363
UBERON:0003123	pharyngeal arch artery 6	UBERON:0004363
UBERON:0003124	chorion membrane	UBERON:0005631
UBERON:0003126	trachea	UBERON:0000117|UBERON:0007196	cartilaginous trachea|vertebrate trachea|windpipe
UBERON:0003129	skull	UBERON:0000033|UBERON:0000075|UBERON:0010323
UBERON:0003133	reproductive organ	UBERON:0000062|UBERON:0000990|UBERON:0005156
UBERON:0003134	female reproductive organ	UBERON:0000474|UBERON:0003100|UBERON:0003133
UBERON:0003135	male reproductive organ	UBERON:0000079|UBERON:0003101|UBERON:0003133
UBERON:0003199	egg chamber	UBERON:8450001
UBERON:0003218	ovary septum	UBERON:0000992
UBERON:0003269	skeletal muscle tissue of eye	UBERON:0001134
UBERON:0003279	endothelium of trachea	UBERON:0001901|UBERON:0003126
UBERON:0003281	mesentery of stomach	UBERON:0000945
UBERON:0003282	mesentery of heart	UBERON:0000948|UBERON:0002095
UBERON:0003283	mesentery of oesophagus	UBERON:0001043|UBERON:0001975|UBERON:0002095
UBERON:0003286	foregut region of duodenum	UBERON:0002114|UBERON:0004921
UBERON:0003287	midgut region of duodenum	UBERON:0002114|UBERON:0004921
UBERON:0003292	meninx of spinal cord	UBERON:0002240|UBERON:0005174
UBERON:0003312	mesenchyme of testis	UBERON:0000473
UBERON:0003315	mesenchyme of ovary	UBERON:0000992
UBERON:0003330	submucosa of rectum	UBERON:0001052
UBERON:0003331	submucosa of colon	UBERON:0001155
UBERON:0003332	submucosa of duodenum	UBERON:0001205|UBERON:0002114
UBERON:0003333	submucosa of jejunum	UBERON:0001205|UBERON:0002115
UBERON:0003334	serosa of rectum	UBERON:0001052
UBERON:0003335	serosa of colon	UBERON:0001155
UBERON:0003336	serosa of duodenum	UBERON:0001206|UBERON:0002114
UBERON:0003337	serosa of jejunum	UBERON:0001206|UBERON:0002115
UBERON:0003346	mucosa of rectum	UBERON:0001052
UBERON:0003354	epithelium of rectum	UBERON:0001052
UBERON:0003364	epithelium of right lung	UBERON:0000115|UBERON:0002167
UBERON:0003365	epithelium of left lung	UBERON:0000115|UBERON:0002168
UBERON:0003366	epithelium of uterine horn	UBERON:0002247|UBERON:0006955
UBERON:0003369	fossa ovalis of heart	UBERON:0002078
UBERON:0003378	cardiac muscle of auricular region	UBERON:0004490|UBERON:0006618
UBERON:0003379	cardiac muscle of right atrium	UBERON:0002078|UBERON:0004490
UBERON:0003380	cardiac muscle of left atrium	UBERON:0002079|UBERON:0004490
UBERON:0003381	cardiac muscle of right ventricle	UBERON:0002080|UBERON:0018649
UBERON:0003382	cardiac muscle of left ventricle	UBERON:0002084|UBERON:0018649
UBERON:0003383	cardiac muscle tissue of interventricular septum	UBERON:0002094|UBERON:0004492|UBERON:0004667
UBERON:0003384	skeletal muscle tissue of pharynx	UBERON:0004830
UBERON:0003387	smooth muscle of trachea	UBERON:0003126
UBERON:0003395	mesentery of rectum	UBERON:0001052|UBERON:0003334
UBERON:0003396	mesentery of colon	UBERON:0001155|UBERON:0003335
UBERON:0003397	mesentery of duodenum	UBERON:0001170|UBERON:0002114|UBERON:0003336
UBERON:0003398	mesentery of jejunum	UBERON:0001170|UBERON:0002115|UBERON:0003337
UBERON:0003403	skin of forearm	UBERON:0002427
UBERON:0003404	lobar bronchus of right lung	UBERON:0002167|UBERON:0002183|UBERON:0006518
UBERON:0003405	lobar bronchus of left lung	UBERON:0002168|UBERON:0002183|UBERON:0008951
UBERON:0003426	dermis adipose tissue	UBERON:0001013|UBERON:0002067|UBERON:0003585
UBERON:0003427	abdominal fat pad	UBERON:0000916|UBERON:0003916|UBERON:0007808
UBERON:0003428	gonadal fat pad	UBERON:0000991|UBERON:0003916|UBERON:0005156
UBERON:0003452	trabecula carnea cardiac muscle tissue	UBERON:0002511|UBERON:0018649
UBERON:0003454	small intestine Peyer's patch	UBERON:0001204|UBERON:0002108
UBERON:0003455	inner renal medulla loop of Henle	UBERON:0001294|UBERON:0034997
UBERON:0003468	ureteric segment of renal artery	UBERON:0001184|UBERON:0004573
UBERON:0003469	respiratory system artery	UBERON:0001004|UBERON:0001637
UBERON:0003470	artery of upper lip	UBERON:0000033|UBERON:0009657
UBERON:0003471	artery of lower lip	UBERON:0000033|UBERON:0009657
UBERON:0003472	cerebellar artery	UBERON:0000033|UBERON:0001637
UBERON:0003473	thoracic cavity artery	UBERON:0001637
UBERON:0003474	meningeal artery	UBERON:0001637
UBERON:0003475	ureteric vein	UBERON:0000056
UBERON:0003482	vein of trabecular bone	UBERON:0002483
UBERON:0003483	thymus lymphoid tissue	UBERON:0002370
UBERON:0003484	eye sebaceous gland	UBERON:0003487|UBERON:0003605
UBERON:0003485	vagina sebaceous gland	UBERON:0001821
UBERON:0003487	skin sebaceous gland	UBERON:0001821|UBERON:0002097
UBERON:0003493	trachea reticular lamina	UBERON:0003126|UBERON:0009653
UBERON:0003495	respiratory system arteriole	UBERON:0001004|UBERON:0003469
UBERON:0003498	heart blood vessel	UBERON:0000948|UBERON:0005985|UBERON:0018674
UBERON:0003505	trachea blood vessel	UBERON:0003126
UBERON:0003509	arterial blood vessel	UBERON:0001981|UBERON:0004572
UBERON:0003512	lung blood vessel	UBERON:0002048
UBERON:0003517	kidney blood vessel	UBERON:0002113|UBERON:0006544
UBERON:0003527	kidney capillary	UBERON:0002113|UBERON:0003517|UBERON:0006544
UBERON:0003528	brain gray matter	UBERON:0000955|UBERON:0002020
UBERON:0003530	pedal digit skin	UBERON:0001513|UBERON:0015249
UBERON:0003531	forelimb skin	UBERON:0001419
UBERON:0003532	hindlimb skin	UBERON:0001419|UBERON:0002103
UBERON:0003533	manual digit skin	UBERON:0001519|UBERON:0015249
UBERON:0003534	tail skin	UBERON:0000014
UBERON:0003536	right lung alveolar duct	UBERON:0002167|UBERON:0002173|UBERON:0006526
UBERON:0003537	left lung alveolar duct	UBERON:0002168|UBERON:0002173|UBERON:0006525
UBERON:0003538	right lung bronchiole	UBERON:0002167|UBERON:0002186
UBERON:0003539	left lung bronchiole	UBERON:0002168|UBERON:0002186
UBERON:0003540	right lung terminal bronchiole	UBERON:0002167|UBERON:0002187|UBERON:0003538
UBERON:0003541	left lung terminal bronchiole	UBERON:0002168|UBERON:0002187|UBERON:0003539
UBERON:0003542	right lung respiratory bronchiole	UBERON:0002167|UBERON:0002188|UBERON:0003538
UBERON:0003543	left lung respiratory bronchiole	UBERON:0002168|UBERON:0002188|UBERON:0003539
UBERON:0003546	distal convoluted tubule macula densa	UBERON:0001292|UBERON:0002335
UBERON:0003555	spinal cord pia mater	UBERON:0002240|UBERON:0003292
UBERON:0003560	spinal cord arachnoid mater	UBERON:0002240|UBERON:0003292
UBERON:0003571	trachea connective tissue	UBERON:0003126
UBERON:0003585	dermis connective tissue	UBERON:0002067|UBERON:0002384|UBERON:0010313
UBERON:0003591	lobar bronchus connective tissue	UBERON:0000114|UBERON:0002183
UBERON:0003604	trachea cartilage	UBERON:0003126
UBERON:0003605	eye skin gland	UBERON:0002419
UBERON:0003610	heart elastic tissue	UBERON:0000948
UBERON:0003615	lung elastic tissue	UBERON:0000114|UBERON:0002048
UBERON:0003617	trachea elastic tissue	UBERON:0002202|UBERON:0003126|UBERON:0003571
UBERON:0003644	kidney arterial blood vessel	UBERON:0002113|UBERON:0003509|UBERON:0003517
UBERON:0003688	omentum	UBERON:0001178|UBERON:0034944
UBERON:0003697	abdominal wall	UBERON:0000060|UBERON:0000916
UBERON:0003704	intrahepatic bile duct	UBERON:0002107
UBERON:0003705	Meckel's diverticulum	UBERON:0002116
UBERON:0003708	carotid sinus	UBERON:0001530
UBERON:0003709	circle of Willis	UBERON:0004573
UBERON:0003719	Pacinian corpuscle	UBERON:0002067
UBERON:0003832	esophagus muscle	UBERON:0001043|UBERON:0001096|UBERON:0001630|UBERON:0013765
UBERON:0003836	abdominal segment skin	UBERON:0001085|UBERON:0002417
UBERON:0003846	thymus epithelium	UBERON:0002370
UBERON:0003847	thyroid artery	UBERON:0001637
UBERON:0003876	hippocampal field	UBERON:0002421|UBERON:0002616
UBERON:0003881	CA1 field of hippocampus	UBERON:0003876
UBERON:0003882	CA2 field of hippocampus	UBERON:0003876
UBERON:0003883	CA3 field of hippocampus	UBERON:0003876
UBERON:0003884	CA4 field of hippocampus	UBERON:0003876
UBERON:0003885	mesometrium	UBERON:0000459|UBERON:0000995|UBERON:0001297|UBERON:0002095
UBERON:0003889	fallopian tube	UBERON:0002355|UBERON:0003975|UBERON:0004120|UBERON:0013515|UBERON:0015212	uterine tube (sensu Mammalia)
UBERON:0003895	hypaxial myotome region	UBERON:0001134
UBERON:0003898	skeletal muscle tissue of trunk	UBERON:0001134|UBERON:0002100
UBERON:0003900	epaxial myotome region	UBERON:0001134
UBERON:0003906	cardiac jelly	UBERON:0000479|UBERON:0000948
UBERON:0003907	left atrioventricular canal	UBERON:0002087
UBERON:0003908	right atrioventricular canal	UBERON:0002087
UBERON:0003910	splenic sinusoid	UBERON:0001250
UBERON:0003916	fat pad	UBERON:0001013
UBERON:0003930	atrioventricular canal endocardium	UBERON:0002087|UBERON:0002165
UBERON:0003937	reproductive gland	UBERON:0000990|UBERON:0002530|UBERON:0005156
UBERON:0003939	transverse gyrus of Heschl	UBERON:0000200|UBERON:0001393
UBERON:0003941	cerebellum anterior vermis	UBERON:0002131|UBERON:0004720
UBERON:0003946	placenta labyrinth	UBERON:0001987|UBERON:0005156
UBERON:0003948	blood-air barrier	UBERON:0002048
UBERON:0003959	rete testis	UBERON:0004111|UBERON:0004120|UBERON:0005051|UBERON:0005156
UBERON:0003967	cutaneous elastic tissue	UBERON:0000014
UBERON:0003970	placental labyrinth vasculature	UBERON:0003946
UBERON:0003972	placenta junctional zone	UBERON:0001987|UBERON:0005156
UBERON:0003975	internal female genitalia	UBERON:0000474|UBERON:0003134|UBERON:0004175
UBERON:0003980	cerebellum fissure	UBERON:0002037
UBERON:0003981	primordial ovarian follicle	UBERON:0001305
UBERON:0003982	mature ovarian follicle	UBERON:0001305
UBERON:0003983	conus arteriosus	UBERON:0002080|UBERON:0004151
UBERON:0003987	Hassall's corpuscle	UBERON:0002124|UBERON:0003846
UBERON:0003988	thymus corticomedullary boundary	UBERON:0002125
UBERON:0003990	spinal cord motor column	UBERON:0016550
UBERON:0004000	tarsal gland acinus	UBERON:0001818|UBERON:0011846
UBERON:0004002	posterior lobe of cerebellum	UBERON:0005293
UBERON:0004003	cerebellum hemisphere lobule	UBERON:0002245|UBERON:0004004
UBERON:0004004	cerebellum lobule	UBERON:0002129|UBERON:0002749
UBERON:0004006	cerebellum intermediate zone	UBERON:0002245|UBERON:0002749|UBERON:0014643
UBERON:0004008	cerebellar plate	UBERON:0000922|UBERON:0002037
UBERON:0004009	cerebellum posterior vermis	UBERON:0004002|UBERON:0004720
UBERON:0004014	labium minora	UBERON:0004084|UBERON:0004120
UBERON:0004021	spongiotrophoblast layer	UBERON:0001987|UBERON:0005156
UBERON:0004023	ganglionic eminence	UBERON:0000922|UBERON:0001016|UBERON:0002050	embryonic subventricular zone|embryonic/fetal subventricular zone|fetal subventricular zone|subependymal layer
UBERON:0004027	chorionic plate	UBERON:0003124|UBERON:0005156|UBERON:8600038
UBERON:0004032	podocyte slit diaphragm	UBERON:0000061
UBERON:0004033	podocyte slit junction	UBERON:0000061
UBERON:0004034	cutaneous microfibril	UBERON:0003967
UBERON:0004035	cortical subplate	UBERON:0014950
UBERON:0004040	cortical intermediate zone	UBERON:0014950
UBERON:0004041	spleen primary B follicle	UBERON:0001249|UBERON:0002106
UBERON:0004042	spleen secondary B follicle	UBERON:0001249|UBERON:0002106
UBERON:0004057	skeletal muscle fiber triad	UBERON:0001134
UBERON:0004058	biliary ductule	UBERON:0000025|UBERON:0002107
UBERON:0004059	spinal cord medial motor column	UBERON:0003990
UBERON:0004070	cerebellum vermis lobule	UBERON:0004004|UBERON:0004720
UBERON:0004073	cerebellum interpositus nucleus	UBERON:0002130|UBERON:0008995
UBERON:0004074	cerebellum vermis lobule I	UBERON:0003941|UBERON:0004070
UBERON:0004075	cerebellum vermis lobule II	UBERON:0003021|UBERON:0003941|UBERON:0004070
UBERON:0004076	cerebellum vermis lobule III	UBERON:0003021|UBERON:0003941|UBERON:0004070
UBERON:0004077	cerebellum vermis lobule IV	UBERON:0004070|UBERON:0007763
UBERON:0004078	cerebellum vermis lobule IX	UBERON:0003012|UBERON:0004070
UBERON:0004079	cerebellum vermis lobule V	UBERON:0004070|UBERON:0007763
UBERON:0004080	cerebellum vermis lobule VI	UBERON:0004009|UBERON:0004070
UBERON:0004081	cerebellum vermis lobule VII	UBERON:0004009|UBERON:0004070
UBERON:0004082	cerebellum vermis lobule VIII	UBERON:0004009|UBERON:0004070
UBERON:0004083	cerebellum vermis lobule X	UBERON:0003012|UBERON:0004070
UBERON:0004084	genital labium	UBERON:0015212|UBERON:8480029
UBERON:0004085	labium majora	UBERON:0004084
UBERON:0004100	renal collecting system	UBERON:0000467|UBERON:0002113
UBERON:0004105	subungual region	UBERON:0000477|UBERON:0001705
UBERON:0004109	cortex of humerus	UBERON:0001439|UBERON:0005808
UBERON:0004111	anatomical conduit	UBERON:0010000
UBERON:0004119	endoderm-derived structure	UBERON:0000061
UBERON:0004120	mesoderm-derived structure	UBERON:0000061
UBERON:0004121	ectoderm-derived structure	UBERON:0000061
UBERON:0004123	myocardial layer	UBERON:0002349|UBERON:0005983
UBERON:0004124	myocardium trabecular layer	UBERON:0004123
UBERON:0004125	myocardial compact layer	UBERON:0004123
UBERON:0004126	trabecular layer of ventricle	UBERON:0001083|UBERON:0002082|UBERON:0004124|UBERON:0004784
UBERON:0004127	compact layer of ventricle	UBERON:0001083|UBERON:0002082|UBERON:0004125|UBERON:0004784
UBERON:0004130	cerebellar layer	UBERON:0002037|UBERON:0002129|UBERON:0011215|UBERON:0016548
UBERON:0004134	proximal tubule	UBERON:0001225|UBERON:0001231|UBERON:0006853
UBERON:0004135	distal tubule	UBERON:0007685
UBERON:0004136	intermediate tubule	UBERON:0001288|UBERON:0007685
UBERON:0004142	outflow tract septum	UBERON:0002099|UBERON:0004145
UBERON:0004145	outflow tract	UBERON:0000948|UBERON:0004111
UBERON:0004146	His-Purkinje system	UBERON:0002082|UBERON:0002350|UBERON:0018649
UBERON:0004148	cardiac vein	UBERON:0000948|UBERON:0003498
UBERON:0004149	ventriculo bulbo valve	UBERON:0000946
UBERON:0004150	coronary sinus valve	UBERON:0000946
UBERON:0004151	cardiac chamber	UBERON:0000064|UBERON:0000948
UBERON:0004152	bulbus arteriosus	UBERON:0004151
UBERON:0004153	ventricular septum intermedium	UBERON:0002094|UBERON:0010313
UBERON:0004154	atrial septum primum	UBERON:0002085
UBERON:0004155	atrial septum secundum	UBERON:0002085
UBERON:0004159	atrial septum intermedium	UBERON:0002085
UBERON:0004162	pulmonary myocardium	UBERON:0002036|UBERON:0002349
UBERON:0004167	orbitofrontal cortex	UBERON:0000200|UBERON:0001870|UBERON:0015593
UBERON:0004170	spinal cord ventral commissure	UBERON:0007838
UBERON:0004175	internal genitalia	UBERON:0003133
UBERON:0004177	hemopoietic organ	UBERON:0000062|UBERON:0002390
UBERON:0004179	prostate glandular acinus	UBERON:0000428|UBERON:0002367|UBERON:0005156
UBERON:0004180	mammary gland fat	UBERON:0001013
UBERON:0004183	placental labyrinth blood vessel	UBERON:0003946|UBERON:0003970|UBERON:0022358
UBERON:0004184	prostate gland stroma	UBERON:0002367|UBERON:0005156
UBERON:0004188	glomerular epithelium	UBERON:0000074|UBERON:0004211
UBERON:0004189	glomerular endothelium	UBERON:0000074|UBERON:0004188|UBERON:0004190
UBERON:0004190	renal glomerulus vasculature	UBERON:0000074|UBERON:0006544
UBERON:0004193	loop of Henle ascending limb thin segment	UBERON:0003455|UBERON:0005164|UBERON:0007685
UBERON:0004194	long nephron	UBERON:0001285
UBERON:0004195	short nephron	UBERON:0001285
UBERON:0004196	proximal convoluted tubule segment 1	UBERON:0001287|UBERON:0006555
UBERON:0004197	proximal convoluted tubule segment 2	UBERON:0001287|UBERON:0006555
UBERON:0004198	comma-shaped body	UBERON:0005423|UBERON:0010532
UBERON:0004199	S-shaped body	UBERON:0005423|UBERON:0010532
UBERON:0004200	kidney pyramid	UBERON:0000064|UBERON:0000362
UBERON:0004201	kidney outer medulla inner stripe	UBERON:0001293|UBERON:0010000
UBERON:0004202	kidney outer medulla outer stripe	UBERON:0001293|UBERON:0010000
UBERON:0004203	cortical collecting duct	UBERON:0001225|UBERON:0001232|UBERON:0013522
UBERON:0004204	outer medullary collecting duct	UBERON:0001232|UBERON:0001293
UBERON:0004205	inner medullary collecting duct	UBERON:0001232|UBERON:0001294
UBERON:0004206	long descending thin limb bend	UBERON:0001289|UBERON:0006555
UBERON:0004207	prebend segment of loop of Henle	UBERON:0001289|UBERON:0005096|UBERON:0006555
UBERON:0004211	nephron epithelium	UBERON:0001285|UBERON:0004819
UBERON:0004212	glomerular capillary	UBERON:0000074|UBERON:0003527|UBERON:0004190
UBERON:0004222	stomach smooth muscle	UBERON:0000945|UBERON:0001167
UBERON:0004227	kidney pelvis smooth muscle	UBERON:0001224
UBERON:0004228	urinary bladder smooth muscle	UBERON:0001255
UBERON:0004229	urinary bladder trigone smooth muscle	UBERON:0001257|UBERON:0004228
UBERON:0004230	urinary bladder neck smooth muscle	UBERON:0001258|UBERON:0004228
UBERON:0004238	spleen smooth muscle	UBERON:0002106
UBERON:0004239	small intestine smooth muscle	UBERON:0001168|UBERON:0002108
UBERON:0004240	gallbladder smooth muscle	UBERON:0002110
UBERON:0004243	prostate gland smooth muscle	UBERON:0002367|UBERON:0008715
UBERON:0004245	oviduct smooth muscle	UBERON:0003889|UBERON:0005156
UBERON:0004246	outflow tract smooth muscle	UBERON:0004145
UBERON:0004262	upper leg skin	UBERON:0001511
UBERON:0004263	upper arm skin	UBERON:0002427
UBERON:0004264	lower leg skin	UBERON:0001511
UBERON:0004265	outflow tract myocardium	UBERON:0002349|UBERON:0004145
UBERON:0004271	outflow tract pericardium	UBERON:0004145
UBERON:0004276	fourth ventricle choroid plexus epithelium	UBERON:0002290
UBERON:0004292	cardiac skeleton	UBERON:0000948
UBERON:0004294	glomerular capillary endothelium	UBERON:0004189|UBERON:0004212
UBERON:0004363	pharyngeal arch artery	UBERON:0000922|UBERON:0001637|UBERON:0003469|UBERON:0010314
UBERON:0004400	bone tissue of epiphysis	UBERON:0005808
UBERON:0004401	bone tissue of distal epiphysis	UBERON:0004400
UBERON:0004402	bone tissue of proximal epiphysis	UBERON:0004400
UBERON:0004449	cerebral artery	UBERON:0003709|UBERON:0004573
UBERON:0004456	entire sense organ system	UBERON:0000467
UBERON:0004490	cardiac muscle tissue of atrium	UBERON:0002081|UBERON:0002302|UBERON:0004493
UBERON:0004491	cardiac muscle tissue of interatrial septum	UBERON:0002085|UBERON:0004492
UBERON:0004492	cardiac muscle tissue of cardiac septum	UBERON:0002099
UBERON:0004493	cardiac muscle tissue of myocardium	UBERON:0002349
UBERON:0004494	cardiac muscle tissue of papillary muscle	UBERON:0002494|UBERON:0018649
UBERON:0004495	skeletal muscle tissue of diaphragm	UBERON:0003898|UBERON:0004830
UBERON:0004496	skeletal muscle tissue of iliacus	UBERON:0003898
UBERON:0004497	skeletal muscle tissue of gluteus maximus	UBERON:0003898
UBERON:0004498	skeletal muscle tissue of quadriceps femoris	UBERON:0001134
UBERON:0004499	skeletal muscle tissue of tibialis anterior	UBERON:0001134
UBERON:0004500	skeletal muscle tissue of deltoid	UBERON:0001134|UBERON:0001476
UBERON:0004501	skeletal muscle tissue of teres major	UBERON:0001134
UBERON:0004502	skeletal muscle tissue of biceps brachii	UBERON:0001134
UBERON:0004503	skeletal muscle tissue of digastric	UBERON:0001134
UBERON:0004504	skeletal muscle tissue of mylohyoid	UBERON:0001134
UBERON:0004505	skeletal muscle tissue of orbicularis oculi	UBERON:0003269
UBERON:0004506	skeletal muscle tissue of masseter	UBERON:0001134
UBERON:0004507	skeletal muscle tissue of temporalis	UBERON:0001134
UBERON:0004508	skeletal muscle tissue of levator palpebrae superioris	UBERON:0001604|UBERON:0003269
UBERON:0004509	skeletal muscle tissue of trapezius	UBERON:0001134
UBERON:0004510	skeletal muscle tissue of pectoralis major	UBERON:0003898
UBERON:0004511	skeletal muscle tissue of rectus abdominis	UBERON:0003898
UBERON:0004512	skeletal muscle tissue of supraspinatus	UBERON:0001134
UBERON:0004513	skeletal muscle tissue of internal intercostal muscle	UBERON:0003898
UBERON:0004514	skeletal muscle tissue of transversus thoracis	UBERON:0003898
UBERON:0004515	smooth muscle tissue of bronchiole	UBERON:0002186
UBERON:0004516	smooth muscle tissue of terminal bronchiole	UBERON:0002187|UBERON:0004515
UBERON:0004517	smooth muscle tissue of respiratory bronchiole	UBERON:0002188|UBERON:0004515
UBERON:0004520	striated muscle tissue of prostate	UBERON:0001134|UBERON:0002367|UBERON:0008715
UBERON:0004523	papillary muscle of right ventricle	UBERON:0002080|UBERON:0002494
UBERON:0004524	papillary muscle of left ventricle	UBERON:0002084|UBERON:0002494
UBERON:0004525	cardiac muscle tissue of trabecula carnea of right ventricle	UBERON:0002080|UBERON:0003381|UBERON:0003452|UBERON:0006570
UBERON:0004526	cardiac muscle tissue of trabecula carnea of left ventricle	UBERON:0002084|UBERON:0003382|UBERON:0003452|UBERON:0006571
UBERON:0004533	left testis	UBERON:0000473|UBERON:0015212
UBERON:0004534	right testis	UBERON:0000473|UBERON:0015212
UBERON:0004535	cardiovascular system	UBERON:0000467|UBERON:0001009|UBERON:0010314
UBERON:0004536	lymph vasculature	UBERON:0002049|UBERON:0006558	lymphatic trunks and ducts|lymphatic vasculature|lymphatic vessel network|lymphatic vessels set|set of lymphatic vessels|trunci et ductus lymphatici
UBERON:0004537	blood vasculature	UBERON:0002049|UBERON:0004535	blood vascular network|set of blood vessels
UBERON:0004538	left kidney	UBERON:0002113
UBERON:0004539	right kidney	UBERON:0002113
UBERON:0004540	proper plantar digital artery	UBERON:0006138
UBERON:0004547	decidua capsularis	UBERON:0000478|UBERON:0002450
UBERON:0004550	gastroesophageal sphincter	UBERON:0001162
UBERON:0004552	digital artery	UBERON:0001637
UBERON:0004553	forelimb digital artery	UBERON:0004552
UBERON:0004554	hindlimb digital artery	UBERON:0002103|UBERON:0004552
UBERON:0004572	arterial system	UBERON:0004535|UBERON:0007798
UBERON:0004573	systemic artery	UBERON:0001637
UBERON:0004639	renal afferent arteriole	UBERON:0001229|UBERON:0003644
UBERON:0004640	renal efferent arteriole	UBERON:0001229|UBERON:0003644
UBERON:0004641	spleen capsule	UBERON:0002106
UBERON:0004645	urinary bladder urothelium	UBERON:0001255|UBERON:0001259
UBERON:0004646	infraorbital artery	UBERON:0001637
UBERON:0004647	liver lobule	UBERON:0000064|UBERON:0001280
UBERON:0004648	esophagus muscularis mucosa	UBERON:0001043|UBERON:0002112|UBERON:0002469
UBERON:0004665	muscular coat of seminal vesicle	UBERON:0000998|UBERON:0005156
UBERON:0004666	interventricular septum membranous part	UBERON:0000158|UBERON:0002094|UBERON:0005983
UBERON:0004667	interventricular septum muscular part	UBERON:0002094|UBERON:0002385
UBERON:0004671	gyrus rectus	UBERON:0000200
UBERON:0004676	spinal cord lateral horn	UBERON:0002315|UBERON:0015212|UBERON:0016550
UBERON:0004677	spinal cord gray commissure	UBERON:0016570
UBERON:0004678	apex of spinal cord dorsal horn	UBERON:0002315
UBERON:0004679	dentate gyrus molecular layer	UBERON:0002304
UBERON:0004680	body of fornix	UBERON:0000052|UBERON:0011215
UBERON:0004683	parasubiculum	UBERON:0002421|UBERON:0002616
UBERON:0004686	gastro-splenic ligament	UBERON:0004120|UBERON:0005172|UBERON:0005448
UBERON:0004687	lieno-renal ligament	UBERON:0004120|UBERON:0005172|UBERON:0005448
UBERON:0004688	costo-cervical trunk	UBERON:0001637
UBERON:0004699	outflow tract endothelium	UBERON:0004145|UBERON:0008307
UBERON:0004706	bulbus cordis	UBERON:0000948|UBERON:0002050
UBERON:0004708	paired limb/fin	UBERON:0000026|UBERON:0010314|UBERON:0010707
UBERON:0004709	pelvic appendage	UBERON:0004708|UBERON:0010709
UBERON:0004716	conceptus	UBERON:0000061
UBERON:0004717	Brodmann (1909) area 29	UBERON:0013529
UBERON:0004718	Brodmann (1909) area 26	UBERON:0013529
UBERON:0004719	kidney arcuate vein	UBERON:0014401
UBERON:0004720	cerebellar vermis	UBERON:0002129|UBERON:0002749
UBERON:0004723	interlobular artery	UBERON:0003644
UBERON:0004725	piriform cortex	UBERON:0002616|UBERON:0002894
UBERON:0004726	vasa recta	UBERON:0006544
UBERON:0004732	segmental subdivision of nervous system	UBERON:0000063|UBERON:0001016
UBERON:0004733	segmental subdivision of hindbrain	UBERON:0002028|UBERON:0004732
UBERON:0004736	metanephric glomerulus	UBERON:0000074|UBERON:0000081
UBERON:0004737	metanephric collecting duct	UBERON:0000081|UBERON:0001232|UBERON:0004120|UBERON:0005110
UBERON:0004738	metanephric juxtaglomerular apparatus	UBERON:0000081|UBERON:0002303|UBERON:0010533
UBERON:0004739	pronephric glomerulus	UBERON:0000074|UBERON:0002120
UBERON:0004754	foramen ovale of heart	UBERON:0000922|UBERON:0002085
UBERON:0004755	skeletal tissue	UBERON:0002384|UBERON:0004765
UBERON:0004757	rectal salt gland	UBERON:0001052
UBERON:0004763	endochondral bone tissue	UBERON:0002481|UBERON:0002513
UBERON:0004764	intramembranous bone tissue	UBERON:0002481
UBERON:0004765	skeletal element	UBERON:0000062|UBERON:0001434
UBERON:0004775	outer renal medulla vasa recta	UBERON:0001293|UBERON:0004726
UBERON:0004776	inner renal medulla vasa recta	UBERON:0001294|UBERON:0004726
UBERON:0004781	gallbladder lamina propria	UBERON:0000030|UBERON:0002110|UBERON:0005033
UBERON:0004783	gallbladder serosa	UBERON:0000042|UBERON:0002110
UBERON:0004784	heart ventricle wall	UBERON:0002082|UBERON:0037144
UBERON:0004788	kidney pelvis urothelium	UBERON:0001224|UBERON:0004819
UBERON:0004790	skin mucous gland	UBERON:0001003|UBERON:0002097|UBERON:0007771
UBERON:0004791	thymus trabecula	UBERON:0002370
UBERON:0004792	secretion of endocrine pancreas	UBERON:0000016|UBERON:0004795
UBERON:0004793	secretion of exocrine pancreas	UBERON:0000017|UBERON:0004795
UBERON:0004794	esophagus secretion	UBERON:0000456|UBERON:0001043
UBERON:0004795	pancreas secretion	UBERON:0000456|UBERON:0001264
UBERON:0004801	cervix epithelium	UBERON:0000002|UBERON:0006955
UBERON:0004805	seminal vesicle epithelium	UBERON:0000998|UBERON:0004910
UBERON:0004810	nephron tubule epithelium	UBERON:0001231|UBERON:0004211
UBERON:0004811	endometrium epithelium	UBERON:0001295|UBERON:0006955
UBERON:0004813	seminiferous tubule epithelium	UBERON:0001343|UBERON:0004910
UBERON:0004819	kidney epithelium	UBERON:0002113
UBERON:0004821	pulmonary alveolus epithelium	UBERON:0000115|UBERON:0002299|UBERON:0004894
UBERON:0004823	intrahepatic bile duct epithelium	UBERON:0003704
UBERON:0004827	thyroid gland medulla	UBERON:0002046
UBERON:0004829	urethra skeletal muscle tissue	UBERON:0000057|UBERON:0001134
UBERON:0004830	respiratory system skeletal muscle	UBERON:0001004|UBERON:0001134
UBERON:0004831	esophagus skeletal muscle	UBERON:0001043|UBERON:0001134|UBERON:0003832
UBERON:0004832	anal region skeletal muscle	UBERON:0001134|UBERON:0001353
UBERON:0004833	lip skeletal muscle	UBERON:0001134
UBERON:0004848	respiratory system arterial endothelium	UBERON:0001004|UBERON:0001917|UBERON:0003469
UBERON:0004861	right lung alveolus	UBERON:0002167|UBERON:0002299|UBERON:0006526
UBERON:0004862	left lung alveolus	UBERON:0002168|UBERON:0002299|UBERON:0006525
UBERON:0004882	eponychium	UBERON:0001003
UBERON:0004883	lung mesenchyme	UBERON:0002048|UBERON:0004120
UBERON:0004884	lobar bronchus mesenchyme	UBERON:0002183|UBERON:0004883
UBERON:0004886	lung hilus	UBERON:0002048
UBERON:0004887	left lung hilus	UBERON:0002168|UBERON:0004886
UBERON:0004888	right lung hilus	UBERON:0002167|UBERON:0004886
UBERON:0004889	lobar bronchus vasculature	UBERON:0000102|UBERON:0002183
UBERON:0004890	right lung accessory lobe	UBERON:0002167|UBERON:0006518
UBERON:0004892	lobar bronchus alveolar system	UBERON:0000467|UBERON:0002183
UBERON:0004893	interalveolar septum	UBERON:0006524
UBERON:0004894	alveolar wall	UBERON:0000060|UBERON:0002299
UBERON:0004895	alveolar smooth muscle	UBERON:0002299
UBERON:0004896	right lung accessory lobe lobar bronchus	UBERON:0003404|UBERON:0004890
UBERON:0004897	right lung accessory lobe lobar bronchus mesenchyme	UBERON:0003404|UBERON:0004890|UBERON:0004901
UBERON:0004899	right lung cranial lobe lobar bronchus mesenchyme	UBERON:0002170|UBERON:0003404|UBERON:0004901
UBERON:0004900	right lung middle lobe lobar bronchus mesenchyme	UBERON:0002174|UBERON:0003404|UBERON:0004901
UBERON:0004901	right lung lobar bronchus mesenchyme	UBERON:0002167|UBERON:0002183|UBERON:0004884|UBERON:0009603
UBERON:0004907	lower digestive tract	UBERON:0004921|UBERON:0005409
UBERON:0004908	upper digestive tract	UBERON:0004921
UBERON:0004910	epithelium of male gonad	UBERON:0000473
UBERON:0004911	epithelium of female gonad	UBERON:0000992
UBERON:0004913	hepatopancreatic ampulla	UBERON:0004914
UBERON:0004914	duodenal papilla	UBERON:0000320|UBERON:0034944
UBERON:0004915	sphincter of hepatopancreatic ampulla	UBERON:0004913
UBERON:0004921	subdivision of digestive tract	UBERON:0001555|UBERON:0013522
UBERON:0004923	organ component layer	UBERON:0000060|UBERON:0000064
UBERON:0004927	submucosa of cecum	UBERON:0001153|UBERON:0003331
UBERON:0004929	submucosa of ascending colon	UBERON:0001156|UBERON:0003331
UBERON:0004930	submucosa of transverse colon	UBERON:0001157|UBERON:0003331
UBERON:0004931	submucosa of descending colon	UBERON:0001158|UBERON:0003331
UBERON:0004932	submucosa of sigmoid colon	UBERON:0001159|UBERON:0003331
UBERON:0004933	submucosa of fundus of stomach	UBERON:0001160|UBERON:0001200
UBERON:0004934	submucosa of body of stomach	UBERON:0001161|UBERON:0001200
UBERON:0004935	submucosa of cardia of stomach	UBERON:0001162|UBERON:0001200
UBERON:0004936	submucosa of pyloric antrum	UBERON:0001165|UBERON:0004937
UBERON:0004937	submucosa of pylorus	UBERON:0001166|UBERON:0001200
UBERON:0004943	submucosa of urinary bladder	UBERON:0001255|UBERON:0001256
UBERON:0004944	submucosa of trigone of urinary bladder	UBERON:0001257|UBERON:0004943
UBERON:0004945	submucosa of neck of urinary bladder	UBERON:0001258|UBERON:0004943
UBERON:0004946	submucosa of ileum	UBERON:0001205|UBERON:0002116
UBERON:0004950	submucosa of lobar bronchus	UBERON:0002183
UBERON:0004951	submucosa of segmental bronchus	UBERON:0002184
UBERON:0004952	submucosa of bronchiole	UBERON:0002186
UBERON:0004980	mucosa of ureter	UBERON:0000056|UBERON:0000344|UBERON:0009916
UBERON:0004984	mucosa of seminal vesicle	UBERON:0000998
UBERON:0004990	mucosa of ascending colon	UBERON:0000317|UBERON:0001156
UBERON:0004991	mucosa of transverse colon	UBERON:0000317|UBERON:0001157
UBERON:0004992	mucosa of descending colon	UBERON:0000317|UBERON:0001158
UBERON:0004993	mucosa of sigmoid colon	UBERON:0000317|UBERON:0001159
UBERON:0004994	mucosa of fundus of stomach	UBERON:0001160|UBERON:0001199
UBERON:0004995	mucosa of body of stomach	UBERON:0001161|UBERON:0001199
UBERON:0004996	mucosa of cardia of stomach	UBERON:0001162|UBERON:0001199
UBERON:0004997	mucosa of pyloric antrum	UBERON:0001165|UBERON:0004998
UBERON:0004998	mucosa of pylorus	UBERON:0001166|UBERON:0001199
UBERON:0005004	mucosa of right ureter	UBERON:0001222|UBERON:0004980
UBERON:0005005	mucosa of left ureter	UBERON:0001223|UBERON:0004980
UBERON:0005006	mucosa of renal pelvis	UBERON:0000344|UBERON:0001224
UBERON:0005007	mucosa of major calyx	UBERON:0001226|UBERON:0005006
UBERON:0005008	mucosa of minor calyx	UBERON:0001227|UBERON:0005006
UBERON:0005009	mucosa of trigone of urinary bladder	UBERON:0001257|UBERON:0001259
UBERON:0005010	mucosa of neck of urinary bladder	UBERON:0001258|UBERON:0001259
UBERON:0005011	mucosa of right fallopian tube	UBERON:0001302|UBERON:0005048
UBERON:0005012	mucosa of left fallopian tube	UBERON:0001303|UBERON:0005048
UBERON:0005033	mucosa of gallbladder	UBERON:0000344|UBERON:0002110
UBERON:0005037	mucosa of lobar bronchus	UBERON:0002183
UBERON:0005038	mucosa of segmental bronchus	UBERON:0002184
UBERON:0005039	mucosa of bronchiole	UBERON:0002186
UBERON:0005040	mucosa of terminal bronchiole	UBERON:0002187|UBERON:0005039
UBERON:0005041	mucosa of respiratory bronchiole	UBERON:0002188|UBERON:0005039
UBERON:0005048	mucosa of fallopian tube	UBERON:0003889
UBERON:0005050	liver papillary process	UBERON:0002107|UBERON:0034944
UBERON:0005051	mediastinum testis	UBERON:0000473|UBERON:0000922|UBERON:0002050
UBERON:0005052	gizzard	UBERON:0000945|UBERON:0001555
UBERON:0005057	immune organ	UBERON:0000062|UBERON:0002405
UBERON:0005058	hemolymphoid system gland	UBERON:0002193|UBERON:0002530
UBERON:0005063	left ventricular compact myocardium	UBERON:0002084|UBERON:0003382|UBERON:0004127|UBERON:0006566
UBERON:0005064	left ventricular trabecular myocardium	UBERON:0002084|UBERON:0003382|UBERON:0004126
UBERON:0005065	right ventricular compact myocardium	UBERON:0002080|UBERON:0003381|UBERON:0004127|UBERON:0006567
UBERON:0005066	right ventricular trabecular myocardium	UBERON:0002080|UBERON:0003381|UBERON:0004126
UBERON:0005080	metanephric ureteric bud	UBERON:0000084
UBERON:0005081	ureter ureteric bud	UBERON:0000084
UBERON:0005083	nipple sheath	UBERON:0001003
UBERON:0005090	muscle structure	UBERON:0000061
UBERON:0005091	left horn of sinus venosus	UBERON:0002050|UBERON:0002063
UBERON:0005092	right horn of sinus venosus	UBERON:0002050|UBERON:0002063
UBERON:0005096	descending thin limb	UBERON:0000064|UBERON:0001288|UBERON:0001289|UBERON:0004136
UBERON:0005097	renal connecting tubule	UBERON:0007685
UBERON:0005099	short descending thin limb	UBERON:0001285|UBERON:0004211
UBERON:0005100	long descending thin limb	UBERON:0001285|UBERON:0004211
UBERON:0005101	early distal convoluted tubule	UBERON:0001292|UBERON:0004211
UBERON:0005102	late distal convoluted tubule	UBERON:0001292|UBERON:0004211
UBERON:0005103	mesonephric epithelium	UBERON:0000080|UBERON:0004819
UBERON:0005104	anterior mesonephric tubule	UBERON:0000083
UBERON:0005105	posterior mesonephric tubule	UBERON:0000083
UBERON:0005106	metanephric tubule	UBERON:0000081|UBERON:0005108|UBERON:0006555
UBERON:0005108	metanephric epithelium	UBERON:0000081|UBERON:0004819
UBERON:0005109	metanephric smooth muscle tissue	UBERON:0000081
UBERON:0005110	metanephric nephron	UBERON:0000081|UBERON:0001285|UBERON:0004120
UBERON:0005111	metanephric pyramid	UBERON:0000081|UBERON:0004200
UBERON:0005114	metanephric ascending thin limb	UBERON:0000081|UBERON:0004193|UBERON:0005129|UBERON:0005146
UBERON:0005115	metanephric cortical collecting duct	UBERON:0000081|UBERON:0004203|UBERON:0004737|UBERON:0010533
UBERON:0005116	metanephric descending thin limb	UBERON:0000081|UBERON:0005096|UBERON:0005130
UBERON:0005117	metanephric distal convoluted tubule	UBERON:0000081|UBERON:0001292|UBERON:0005110|UBERON:0005146|UBERON:0010533
UBERON:0005118	metanephric early distal convoluted tubule	UBERON:0000081|UBERON:0005101|UBERON:0005117|UBERON:0005129|UBERON:0005134
UBERON:0005119	metanephric glomerular mesangium	UBERON:0000081|UBERON:0002320|UBERON:0005133
UBERON:0005120	metanephric late distal convoluted tubule	UBERON:0000081|UBERON:0005102|UBERON:0005117|UBERON:0005129|UBERON:0005134
UBERON:0005121	metanephric long descending thin limb bend	UBERON:0000081|UBERON:0004206
UBERON:0005122	metanephric macula densa	UBERON:0000081|UBERON:0002335|UBERON:0004738|UBERON:0005134
UBERON:0005123	metanephric prebend segment	UBERON:0000081|UBERON:0004207|UBERON:0005116
UBERON:0005124	metanephric proximal convoluted tubule	UBERON:0000081|UBERON:0001287|UBERON:0005110|UBERON:0005146|UBERON:0010533
UBERON:0005125	metanephric proximal straight tubule	UBERON:0000081|UBERON:0001290|UBERON:0005110|UBERON:0005146|UBERON:0005151|UBERON:0010533
UBERON:0005126	metanephric S1	UBERON:0000081|UBERON:0004196|UBERON:0005124
UBERON:0005127	metanephric thick ascending limb	UBERON:0000081|UBERON:0001291|UBERON:0005110|UBERON:0005146
UBERON:0005129	metanephric distal tubule	UBERON:0000081|UBERON:0004135|UBERON:0005110|UBERON:0005146
UBERON:0005130	metanephric loop of Henle	UBERON:0000081|UBERON:0001288|UBERON:0004136|UBERON:0005110|UBERON:0005146
UBERON:0005132	metanephric long nephron	UBERON:0000081|UBERON:0004194|UBERON:0005110
UBERON:0005133	metanephric glomerulus vasculature	UBERON:0000081|UBERON:0004190|UBERON:0004736
UBERON:0005134	metanephric nephron epithelium	UBERON:0000081|UBERON:0004211|UBERON:0005108|UBERON:0005110
UBERON:0005135	metanephric glomerular epithelium	UBERON:0000081|UBERON:0004188|UBERON:0004736|UBERON:0005110|UBERON:0005134
UBERON:0005136	metanephric glomerular endothelium	UBERON:0000081|UBERON:0004189|UBERON:0004736|UBERON:0005110|UBERON:0005133|UBERON:0005135
UBERON:0005137	metanephric capsule	UBERON:0000081|UBERON:0002015
UBERON:0005139	metanephric long descending thin limb	UBERON:0000081|UBERON:0005100|UBERON:0005110|UBERON:0005134
UBERON:0005140	metanephric short nephron	UBERON:0000081|UBERON:0004195|UBERON:0005110
UBERON:0005141	metanephric short descending thin limb	UBERON:0000081|UBERON:0005099|UBERON:0005110|UBERON:0005134
UBERON:0005144	metanephric glomerular capillary	UBERON:0000081|UBERON:0004212|UBERON:0004736|UBERON:0005110
UBERON:0005145	metanephric comma-shaped body	UBERON:0000081|UBERON:0004198
UBERON:0005146	metanephric nephron tubule	UBERON:0000081|UBERON:0001231|UBERON:0005106|UBERON:0005110|UBERON:0005134
UBERON:0005147	metanephric renal vesicle	UBERON:0000081|UBERON:0005108
UBERON:0005148	metanephric S-shaped body	UBERON:0000081|UBERON:0004199|UBERON:0005110
UBERON:0005149	metanephric connecting tubule	UBERON:0000081|UBERON:0005097|UBERON:0005110|UBERON:0005146
UBERON:0005151	metanephric proximal tubule	UBERON:0000081|UBERON:0004134|UBERON:0005110|UBERON:0005146|UBERON:0010533
UBERON:0005156	reproductive structure	UBERON:0000990|UBERON:0010000
UBERON:0005162	multi cell part structure	UBERON:0000061
UBERON:0005164	ascending limb of loop of Henle	UBERON:0001288|UBERON:0004135
UBERON:0005167	papillary duct	UBERON:0001232
UBERON:0005168	renal interlobular vein	UBERON:0001225|UBERON:0014401
UBERON:0005170	granulosa cell layer	UBERON:0001305|UBERON:0005156
UBERON:0005172	abdomen element	UBERON:0000916|UBERON:0005173
UBERON:0005173	abdominal segment element	UBERON:0002417|UBERON:0005177
UBERON:0005174	dorsal region element	UBERON:0000062|UBERON:0001137
UBERON:0005177	trunk region element	UBERON:0000062|UBERON:0002100
UBERON:0005178	thoracic cavity element	UBERON:0000915|UBERON:0002075|UBERON:0005181
UBERON:0005179	pelvic region element	UBERON:0002355|UBERON:0005173
UBERON:0005181	thoracic segment organ	UBERON:0000915|UBERON:0005177
UBERON:0005184	hair medulla	UBERON:0001037
UBERON:0005185	renal medulla collecting duct	UBERON:0000362|UBERON:0001232|UBERON:0013522
UBERON:0005192	deferent duct artery	UBERON:0001637|UBERON:0005156
UBERON:0005193	ethmoidal artery	UBERON:0000033|UBERON:0001637
UBERON:0005196	spleen germinal center	UBERON:0002106|UBERON:0004042
UBERON:0005200	thoracic mammary gland	UBERON:0000310|UBERON:0000915
UBERON:0005202	distal straight tubule macula densa	UBERON:0001291|UBERON:0002335|UBERON:0006853
UBERON:0005203	trachea gland	UBERON:0003126
UBERON:0005208	right atrium valve	UBERON:0002078
UBERON:0005211	renal medulla interstitium	UBERON:0000362|UBERON:0005215
UBERON:0005212	Leydig cell region of testis	UBERON:0000473|UBERON:0005156
UBERON:0005213	outer renal medulla interstitium	UBERON:0001293|UBERON:0005211
UBERON:0005214	inner renal medulla interstitium	UBERON:0001294|UBERON:0005211
UBERON:0005215	kidney interstitium	UBERON:0002113
UBERON:0005220	pancreas head parenchyma	UBERON:0001069|UBERON:0001978
UBERON:0005221	liver right lobe parenchyma	UBERON:0001114|UBERON:0001280
UBERON:0005222	liver left lobe parenchyma	UBERON:0001115|UBERON:0001280
UBERON:0005223	pancreas body parenchyma	UBERON:0001150|UBERON:0001978
UBERON:0005224	pancreas tail parenchyma	UBERON:0001151|UBERON:0001978
UBERON:0005243	interventricular septum endocardium	UBERON:0002094|UBERON:0002165
UBERON:0005244	lobar bronchus of right lung cranial lobe	UBERON:0002170|UBERON:0003404
UBERON:0005245	lobar bronchus of right lung caudal lobe	UBERON:0002171|UBERON:0003404
UBERON:0005248	bulbus cordis myocardium	UBERON:0002349|UBERON:0004706
UBERON:0005249	metanephric renal pelvis	UBERON:0000081|UBERON:0001224
UBERON:0005261	atrium cardiac jelly	UBERON:0002081|UBERON:0003906
UBERON:0005262	ventricle cardiac jelly	UBERON:0002082|UBERON:0003906
UBERON:0005263	outflow tract cardiac jelly	UBERON:0003906|UBERON:0004145
UBERON:0005268	renal cortex artery	UBERON:0001225|UBERON:0001637|UBERON:0003644
UBERON:0005269	renal cortex vein	UBERON:0001225|UBERON:0014401
UBERON:0005270	renal cortex interstitium	UBERON:0001225|UBERON:0005215
UBERON:0005271	juxtamedullary cortex	UBERON:0000064|UBERON:0001225
UBERON:0005272	peritubular capillary	UBERON:0003527
UBERON:0005273	nail bed	UBERON:0001705|UBERON:0004105|UBERON:0005275
UBERON:0005274	proximal nail bed	UBERON:0001705|UBERON:0005275
UBERON:0005275	dorsal skin of digit	UBERON:0015249
UBERON:0005276	dorsal skin of finger	UBERON:0003533|UBERON:0005275
UBERON:0005277	dorsal skin of toe	UBERON:0003530|UBERON:0005275
UBERON:0005278	nail bed of finger	UBERON:0005273|UBERON:0005276
UBERON:0005279	nail bed of toe	UBERON:0002103|UBERON:0005273|UBERON:0005277
UBERON:0005293	cerebellum lobe	UBERON:0002129|UBERON:0002749
UBERON:0005296	ovary sex cord	UBERON:0000992|UBERON:0004911
UBERON:0005297	testis sex cord	UBERON:0000473|UBERON:0004910
UBERON:0005298	skin of clitoris	UBERON:8480029
UBERON:0005301	male preputial gland	UBERON:0000079|UBERON:0000359|UBERON:0003101|UBERON:0010147
UBERON:0005302	female preputial gland	UBERON:0000359|UBERON:0000474|UBERON:0003100
UBERON:0005305	thyroid follicle	UBERON:0000064|UBERON:0002046
UBERON:0005308	nephrostome	UBERON:0002120
UBERON:0005309	pronephric nephron	UBERON:0001285|UBERON:0002120
UBERON:0005310	pronephric nephron tubule	UBERON:0001231|UBERON:0005309
UBERON:0005312	primary ureteric bud	UBERON:0000084
UBERON:0005314	alveolar primary septum	UBERON:0000116|UBERON:0004821
UBERON:0005315	alveolar secondary septum	UBERON:0000116|UBERON:0004821
UBERON:0005316	endocardial endothelium	UBERON:0002165|UBERON:0008307
UBERON:0005317	pulmonary artery endothelium	UBERON:0001917|UBERON:0002012
UBERON:0005319	mesonephric collecting duct	UBERON:0000080|UBERON:0001232|UBERON:0005322
UBERON:0005320	mesonephric juxtaglomerular apparatus	UBERON:0000080|UBERON:0002303
UBERON:0005321	mesonephric smooth muscle tissue	UBERON:0000080
UBERON:0005322	mesonephric nephron	UBERON:0000080|UBERON:0001285
UBERON:0005323	mesonephric mesenchyme	UBERON:0000080
UBERON:0005324	mesonephric macula densa	UBERON:0000080|UBERON:0002335|UBERON:0005320|UBERON:0005330
UBERON:0005325	mesonephric glomerulus	UBERON:0000074|UBERON:0000080
UBERON:0005326	mesonephric glomerulus vasculature	UBERON:0000080|UBERON:0004190|UBERON:0005325
UBERON:0005327	mesonephric glomerular epithelium	UBERON:0000080|UBERON:0004188|UBERON:0005322|UBERON:0005325|UBERON:0005330
UBERON:0005328	mesonephric comma-shaped body	UBERON:0000080|UBERON:0004198
UBERON:0005329	mesonephric nephron tubule	UBERON:0000080|UBERON:0000083|UBERON:0001231|UBERON:0005330
UBERON:0005330	mesonephric nephron epithelium	UBERON:0000080|UBERON:0004211|UBERON:0005103|UBERON:0005322
UBERON:0005331	mesonephric renal vesicle	UBERON:0000080|UBERON:0005103
UBERON:0005332	mesonephric S-shaped body	UBERON:0000080|UBERON:0004199
UBERON:0005337	outflow tract of ventricle	UBERON:0002082|UBERON:0004145
UBERON:0005338	outflow tract aortic component	UBERON:0004145
UBERON:0005339	outflow tract pulmonary component	UBERON:0004145
UBERON:0005343	cortical plate	UBERON:0014950
UBERON:0005345	cerebellum vermis lobule VIIA	UBERON:0004081
UBERON:0005346	cerebellum vermis lobule VIIB	UBERON:0004081
UBERON:0005347	copula pyramidis	UBERON:0004003
UBERON:0005348	ansiform lobule	UBERON:0004003
UBERON:0005349	paramedian lobule	UBERON:0004009|UBERON:0004070
UBERON:0005350	lobule simplex	UBERON:0004002|UBERON:0004003|UBERON:0014648
UBERON:0005351	paraflocculus	UBERON:0003012|UBERON:0004003|UBERON:0027331
UBERON:0005353	spleen perifollicular zone	UBERON:0002106|UBERON:0010000
UBERON:0005359	spinal cord ependyma	UBERON:0002240|UBERON:0002291
UBERON:0005367	hippocampus granule cell layer	UBERON:0002305
UBERON:0005368	hippocampus molecular layer	UBERON:0002305|UBERON:0007640
UBERON:0005370	hippocampus stratum lacunosum	UBERON:0002305|UBERON:0007640
UBERON:0005371	hippocampus stratum oriens	UBERON:0002305
UBERON:0005372	hippocampus stratum radiatum	UBERON:0002305
UBERON:0005373	spinal cord dorsal column	UBERON:0002258|UBERON:0016550
UBERON:0005374	spinal cord lateral column	UBERON:0002179|UBERON:0002318|UBERON:0016550
UBERON:0005375	spinal cord ventral column	UBERON:0002180|UBERON:0016550
UBERON:0005381	dentate gyrus granule cell layer	UBERON:0002304
UBERON:0005390	cortical layer I	UBERON:0002301
UBERON:0005391	cortical layer II	UBERON:0002301
UBERON:0005392	cortical layer III	UBERON:0002301
UBERON:0005393	cortical layer IV	UBERON:0002301
UBERON:0005394	cortical layer V	UBERON:0002301
UBERON:0005395	cortical layer VI	UBERON:0002301
UBERON:0005396	carotid artery segment	UBERON:0004573
UBERON:0005399	male reproductive gland	UBERON:0000079|UBERON:0003937
UBERON:0005401	cerebral hemisphere gray matter	UBERON:0001869|UBERON:0011300
UBERON:0005405	pararenal fat	UBERON:0001013
UBERON:0005406	perirenal fat	UBERON:0001013
UBERON:0005409	alimentary part of gastrointestinal system	UBERON:0000467|UBERON:0001007
UBERON:0005423	developing anatomical structure	UBERON:0000001
UBERON:0005429	dorsal pancreatic duct	UBERON:0007329
UBERON:0005431	anterior spinal artery	UBERON:0002458|UBERON:0035307
UBERON:0005432	aortic sac	UBERON:0000922|UBERON:0001637|UBERON:0002050|UBERON:0003498|UBERON:0004145
UBERON:0005436	common hepatic artery	UBERON:0004573
UBERON:0005437	conus medullaris	UBERON:0005844
UBERON:0005438	coronary sinus	UBERON:0000948|UBERON:0003498
UBERON:0005440	ductus arteriosus	UBERON:0001637|UBERON:0003498|UBERON:0004145|UBERON:0004573
UBERON:0005443	filum terminale	UBERON:0000479|UBERON:0002240
UBERON:0005448	greater omentum	UBERON:0001178|UBERON:0003688|UBERON:0004120
UBERON:0005452	hepatic cord	UBERON:0001172|UBERON:0004923
UBERON:0005455	interventricular groove	UBERON:0002082
UBERON:0005457	left thymus lobe	UBERON:0005483
UBERON:0005458	left umbilical artery	UBERON:0001310
UBERON:0005461	levator scapulae muscle	UBERON:0008713
UBERON:0005464	median sacral artery	UBERON:0012254
UBERON:0005469	right thymus lobe	UBERON:0005483
UBERON:0005470	right umbilical artery	UBERON:0001310
UBERON:0005477	stomach fundus epithelium	UBERON:0001160|UBERON:0001276|UBERON:0004994
UBERON:0005483	thymus lobe	UBERON:0002370|UBERON:0015212
UBERON:0005484	tricuspid valve leaflet	UBERON:0002134|UBERON:0011741
UBERON:0005485	valve of inferior vena cava	UBERON:0000946
UBERON:0005489	anterior interventricular sulcus	UBERON:0005455
UBERON:0005490	posterior interventricular sulcus	UBERON:0005455
UBERON:0005601	dorsal mesocardium	UBERON:0003282|UBERON:0010277
UBERON:0005602	dorsal mesogastrium	UBERON:0003281
UBERON:0005605	intrahepatic part of hepatic duct	UBERON:0003704
UBERON:0005608	hyoid artery	UBERON:0001637
UBERON:0005609	iliac artery	UBERON:0004573|UBERON:0010709
UBERON:0005612	intercostal artery	UBERON:0004573
UBERON:0005616	mesenteric artery	UBERON:0012254
UBERON:0005621	rhomboid	UBERON:0001630|UBERON:0008713
UBERON:0005623	semi-lunar valve	UBERON:0000946
UBERON:0005624	suprarenal artery	UBERON:0001637
UBERON:0005626	ventral mesogastrium	UBERON:0003281
UBERON:0005628	ileal artery	UBERON:0001182|UBERON:0004573
UBERON:0005631	extraembryonic membrane	UBERON:0000158|UBERON:0004716|UBERON:0016887
UBERON:0005636	caecum epithelium	UBERON:0000397|UBERON:0001153
UBERON:0005637	pyloric region epithelium	UBERON:0001166|UBERON:0001276
UBERON:0005639	right lung cranial lobe epithelium	UBERON:0002170|UBERON:0003364
UBERON:0005640	right lung caudal lobe epithelium	UBERON:0002171|UBERON:0003364
UBERON:0005643	foregut duodenum epithelium	UBERON:0003286|UBERON:0008346
UBERON:0005644	midgut duodenum epithelium	UBERON:0003287|UBERON:0008346
UBERON:0005655	right lung accessory lobe epithelium	UBERON:0003364|UBERON:0004890
UBERON:0005670	greater omentum mesothelium	UBERON:0005448
UBERON:0005672	right lung endothelium	UBERON:0002167|UBERON:0003364
UBERON:0005673	left lung endothelium	UBERON:0002168|UBERON:0003365
UBERON:0005674	right lung cranial lobe endothelium	UBERON:0002170|UBERON:0005639|UBERON:0005672
UBERON:0005675	right lung caudal lobe endothelium	UBERON:0002171|UBERON:0005640|UBERON:0005672
UBERON:0005676	right lung accessory lobe endothelium	UBERON:0004890|UBERON:0005655|UBERON:0005672
UBERON:0005677	caecum mesentery	UBERON:0001153|UBERON:0003396
UBERON:0005678	right lung cranial lobe segmental bronchus	UBERON:0002170|UBERON:0002184
UBERON:0005679	right lung caudal lobe segmental bronchus	UBERON:0002171|UBERON:0002184
UBERON:0005680	right lung accessory lobe segmental bronchus	UBERON:0002184|UBERON:0004890
UBERON:0005681	right lung upper lobe bronchiole	UBERON:0002170|UBERON:0003538
UBERON:0005682	right lung accessory lobe bronchiole	UBERON:0003538|UBERON:0004890
UBERON:0005686	caecum dorsal mesentery	UBERON:0001153
UBERON:0005711	foregut duodenum mesentery	UBERON:0001041|UBERON:0003397|UBERON:0004121
UBERON:0005712	midgut duodenum mesentery	UBERON:0003397|UBERON:0004121
UBERON:0005723	floor plate spinal cord region	UBERON:0001948|UBERON:0002240
UBERON:0005724	roof plate spinal cord region	UBERON:0002240
UBERON:0005740	tunica intima of artery	UBERON:0000415|UBERON:0001637
UBERON:0005749	glomerular tuft	UBERON:0000064|UBERON:0001230|UBERON:0004120
UBERON:0005750	glomerular parietal epithelium	UBERON:0001230|UBERON:0004188
UBERON:0005751	glomerular visceral epithelium	UBERON:0001230|UBERON:0004188
UBERON:0005777	glomerular basement membrane	UBERON:0000074|UBERON:0001229|UBERON:0004188
UBERON:0005787	lamina densa of glomerular basement membrane	UBERON:0005777
UBERON:0005788	lamina rara interna	UBERON:0005777
UBERON:0005789	lamina rara externa	UBERON:0005777
UBERON:0005796	duplex uterus	UBERON:0000995
UBERON:0005797	bipartite uterus	UBERON:0000995
UBERON:0005798	bicornuate uterus	UBERON:0000995
UBERON:0005799	simplex uterus	UBERON:0000995
UBERON:0005808	bone tissue of long bone	UBERON:0002481
UBERON:0005809	cortex of manus bone	UBERON:0001439
UBERON:0005826	gracile fasciculus of spinal cord	UBERON:0002240|UBERON:0002318|UBERON:0005373|UBERON:0005837
UBERON:0005835	cuneate fasciculus of spinal cord	UBERON:0002240|UBERON:0005373|UBERON:0005837|UBERON:0007699
UBERON:0005837	fasciculus of spinal cord	UBERON:0002240|UBERON:0011215
UBERON:0005839	thoracic spinal cord dorsal column	UBERON:0003038|UBERON:0006079
UBERON:0005840	sacral spinal cord dorsal column	UBERON:0005843|UBERON:0006079
UBERON:0005841	cervical spinal cord dorsal column	UBERON:0002726|UBERON:0006079
UBERON:0005842	lumbar spinal cord dorsal column	UBERON:0002792|UBERON:0006079
UBERON:0005843	sacral spinal cord	UBERON:0005844
UBERON:0005844	spinal cord segment	UBERON:0001948|UBERON:0002240
UBERON:0005845	caudal segment of spinal cord	UBERON:0005844
UBERON:0005847	thoracic spinal cord lateral column	UBERON:0003038|UBERON:0006078
UBERON:0005848	sacral spinal cord lateral column	UBERON:0005843|UBERON:0006078
UBERON:0005849	cervical spinal cord lateral column	UBERON:0002726|UBERON:0006078
UBERON:0005850	lumbar spinal cord lateral column	UBERON:0002792|UBERON:0006078
UBERON:0005852	thoracic spinal cord ventral column	UBERON:0003038|UBERON:0016551
UBERON:0005853	sacral spinal cord ventral column	UBERON:0005843|UBERON:0016551
UBERON:0005854	cervical spinal cord ventral column	UBERON:0002726|UBERON:0016551
UBERON:0005855	lumbar spinal cord ventral column	UBERON:0002792|UBERON:0016551
UBERON:0005892	mesonephric early distal tubule	UBERON:0000083
UBERON:0005903	duct of seminal vesicle	UBERON:0000025|UBERON:0000998
UBERON:0005906	serous sac	UBERON:0000062
UBERON:0005912	transitional epithelium of major calyx	UBERON:0001254|UBERON:0004788|UBERON:0005007
UBERON:0005932	bulb of hair follicle	UBERON:0000479|UBERON:0002073
UBERON:0005933	hair root sheath	UBERON:0000479|UBERON:0005932
UBERON:0005941	hair inner root sheath	UBERON:0005933
UBERON:0005942	hair outer root sheath	UBERON:0005933
UBERON:0005943	hair root sheath matrix	UBERON:0000479|UBERON:0005933
UBERON:0005946	outflow tract of atrium	UBERON:0002081|UBERON:0004145
UBERON:0005953	outflow part of right ventricle	UBERON:0002080|UBERON:0005337
UBERON:0005956	outflow part of left ventricle	UBERON:0002084|UBERON:0005337
UBERON:0005965	outflow part of right atrium	UBERON:0002078|UBERON:0005946
UBERON:0005966	outflow part of left atrium	UBERON:0002079|UBERON:0005946
UBERON:0005967	conotruncal ridge	UBERON:0004706|UBERON:0005337|UBERON:0009751
UBERON:0005968	infundibulum of hair follicle	UBERON:0002073|UBERON:0013522
UBERON:0005975	hair follicle bulge	UBERON:0002073|UBERON:0019204
UBERON:0005976	ansiform lobule crus I	UBERON:0004002|UBERON:0005348|UBERON:0014648
UBERON:0005977	ansiform lobule crus II	UBERON:0004002|UBERON:0005348|UBERON:0014648
UBERON:0005979	crista terminalis	UBERON:0000064|UBERON:0002078
UBERON:0005980	pectinate muscle	UBERON:0000064|UBERON:0002302
UBERON:0005981	vena cava sinus	UBERON:0002078
UBERON:0005982	Bachmann's bundle	UBERON:0002350|UBERON:0004493
UBERON:0005983	heart layer	UBERON:0000948|UBERON:0004923
UBERON:0005984	subendocardium layer	UBERON:0005983
UBERON:0005985	coronary vessel	UBERON:0000055|UBERON:0000948
UBERON:0005986	left bundle branch	UBERON:0002350|UBERON:0002353|UBERON:0004146|UBERON:0015212|UBERON:0018649
UBERON:0005987	right bundle branch	UBERON:0002350|UBERON:0002353|UBERON:0004146|UBERON:0015212|UBERON:0018649
UBERON:0005988	atrium myocardial trabecula	UBERON:0002302|UBERON:0004124
UBERON:0005989	atrioventricular septum	UBERON:0002099|UBERON:0010313
UBERON:0005990	aortic valve cusp	UBERON:0002137|UBERON:0006009
UBERON:0005991	aortic valve anulus	UBERON:0002137|UBERON:0006008
UBERON:0005992	pulmonary valve cusp	UBERON:0002146|UBERON:0006009
UBERON:0005993	pulmonary valve anulus	UBERON:0002146|UBERON:0006008
UBERON:0005994	chorda tendineae	UBERON:0002133|UBERON:0005983
UBERON:0005995	mitral valve anulus	UBERON:0002135|UBERON:0006008
UBERON:0005996	mitral valve cusp	UBERON:0002135|UBERON:0006009
UBERON:0005997	tricuspid valve anulus	UBERON:0002134|UBERON:0006008
UBERON:0005998	tricuspid valve cusp	UBERON:0002134|UBERON:0005484|UBERON:0006009
UBERON:0006002	vitelline artery	UBERON:0001637
UBERON:0006004	hair follicle matrix region	UBERON:0005932|UBERON:0019204
UBERON:0006005	hair follicle isthmus	UBERON:0002073|UBERON:0019204
UBERON:0006008	fibrous ring of heart	UBERON:0000948
UBERON:0006009	cusp of cardiac valve	UBERON:0000064|UBERON:0000946
UBERON:0006058	multi-limb segment region	UBERON:0010758
UBERON:0006060	conotruncus	UBERON:0002050|UBERON:0004706
UBERON:0006078	subdivision of spinal cord lateral column	UBERON:0005374|UBERON:0016550
UBERON:0006079	subdivision of spinal cord dorsal column	UBERON:0002318|UBERON:0005373|UBERON:0016550
UBERON:0006081	fundus of gallbladder	UBERON:0000064|UBERON:0002110
UBERON:0006082	fundus of urinary bladder	UBERON:0000064|UBERON:0001255
UBERON:0006083	perirhinal cortex	UBERON:0000956|UBERON:0001893|UBERON:0002616
UBERON:0006092	cuneus cortex	UBERON:0000200|UBERON:0002021|UBERON:0014640
UBERON:0006093	precuneus cortex	UBERON:0000200
UBERON:0006094	superior parietal cortex	UBERON:0000064|UBERON:0001950
UBERON:0006095	anterior transverse temporal area 41	UBERON:0013529
UBERON:0006096	posterior transverse temporal area 42	UBERON:0013529
UBERON:0006099	Brodmann (1909) area 1	UBERON:0000956|UBERON:0013529
UBERON:0006100	Brodmann (1909) area 3	UBERON:0000956|UBERON:0013529
UBERON:0006101	Brodmann (1909) area 24	UBERON:0009835|UBERON:0013529
UBERON:0006102	Brodmann (1909) area 35	UBERON:0006083|UBERON:0013529
UBERON:0006104	Brodmann (1909) area 36	UBERON:0006083|UBERON:0013529
UBERON:0006114	lateral occipital cortex	UBERON:0000200|UBERON:0001950|UBERON:0002021|UBERON:0014640
UBERON:0006115	posterior column of fornix	UBERON:0000052|UBERON:0011215
UBERON:0006118	lamina I of gray matter of spinal cord	UBERON:0002256|UBERON:0016570
UBERON:0006121	hemispheric lobule VIII	UBERON:0004002|UBERON:0004003|UBERON:0014648
UBERON:0006127	funiculus of spinal cord	UBERON:0002240|UBERON:0002318
UBERON:0006137	proper palmar digital artery	UBERON:0006141
UBERON:0006138	plantar digital artery	UBERON:0004554
UBERON:0006141	palmar digital artery	UBERON:0004553
UBERON:0006145	dorsal digital artery of pes	UBERON:0002103|UBERON:0004554|UBERON:0006163
UBERON:0006146	dorsal digital artery of manus	UBERON:0004553|UBERON:0006163
UBERON:0006163	dorsal digital artery	UBERON:0004552
UBERON:0006164	forelimb common dorsal digital arteries	UBERON:0006146
UBERON:0006165	median dorsal digital artery for digit 1	UBERON:0006146
UBERON:0006166	lateral dorsal digital artery for digit 5	UBERON:0006146
UBERON:0006167	forelimb proper dorsal digital arteries	UBERON:0006146
UBERON:0006168	hindlimb common dorsal digital arteries	UBERON:0006145
UBERON:0006169	hindlimb proper dorsal digital arteries	UBERON:0006145
UBERON:0006170	mesonephric capsule	UBERON:0000080|UBERON:0002015
UBERON:0006171	renal sinus	UBERON:0002113
UBERON:0006172	rectal diverticulum	UBERON:0002120|UBERON:0004111
UBERON:0006173	pronephric proximal tubule	UBERON:0002120|UBERON:0004134|UBERON:0005309|UBERON:0005310
UBERON:0006174	pronephric sinus	UBERON:0002120|UBERON:0006171
UBERON:0006175	pronephric distal tubule	UBERON:0002120|UBERON:0004135|UBERON:0005309|UBERON:0005310
UBERON:0006182	mesonephric glomerular mesangium	UBERON:0000080|UBERON:0002320|UBERON:0005326
UBERON:0006183	mesonephric glomerular capillary	UBERON:0000080|UBERON:0004212|UBERON:0005322|UBERON:0005325
UBERON:0006189	mesonephric connecting tubule	UBERON:0000080|UBERON:0000083|UBERON:0005097|UBERON:0005322|UBERON:0005330
UBERON:0006190	mesonephric distal tubule	UBERON:0000080|UBERON:0000083|UBERON:0004135|UBERON:0005322|UBERON:0005330
UBERON:0006192	mesonephric proximal tubule	UBERON:0000080|UBERON:0000083|UBERON:0004134|UBERON:0005322|UBERON:0005330
UBERON:0006194	renal sinus of right kidney	UBERON:0004539|UBERON:0006171
UBERON:0006195	renal sinus of left kidney	UBERON:0004538|UBERON:0006171
UBERON:0006196	mesonephric sinus	UBERON:0000080|UBERON:0006171
UBERON:0006198	dorsal intercostal artery	UBERON:0005612
UBERON:0006207	aortico-pulmonary spiral septum	UBERON:0004142|UBERON:0004145
UBERON:0006212	bulbo-ventricular groove	UBERON:0000948|UBERON:0002050
UBERON:0006218	common atrial chamber	UBERON:0002050|UBERON:0002081
UBERON:0006219	deltoid pre-muscle mass	UBERON:0008713
UBERON:0006223	dorsal meso-oesophagus	UBERON:0002050|UBERON:0003283
UBERON:0006230	extrinsic ocular pre-muscle mass	UBERON:0003269
UBERON:0006314	bodily fluid	UBERON:0000463
UBERON:0006319	spinal cord reticular nucleus	UBERON:0002256|UBERON:0002315|UBERON:0011777
UBERON:0006320	inferior oblique extraocular muscle	UBERON:0006532
UBERON:0006321	superior oblique extraocular muscle	UBERON:0006532
UBERON:0006322	inferior rectus extraocular muscle	UBERON:0006533
UBERON:0006323	superior rectus extraocular muscle	UBERON:0006533
UBERON:0006337	distal early tubule	UBERON:0007685
UBERON:0006340	fourth ventricle choroid plexus stroma	UBERON:0002290
UBERON:0006341	outer renal medulla peritubular capillary	UBERON:0001293|UBERON:0005272
UBERON:0006345	stapedial artery	UBERON:0001637
UBERON:0006347	communicating artery	UBERON:0001637
UBERON:0006349	epigastric artery	UBERON:0001637
UBERON:0006359	mesoduodenum	UBERON:0001170
UBERON:0006364	ureteric bud tip	UBERON:0000083|UBERON:0000084
UBERON:0006373	perihilar interstitium	UBERON:0001224|UBERON:0005215
UBERON:0006374	part of afferent arteriole forming the juxtaglomerular complex	UBERON:0000061|UBERON:0002303|UBERON:0004639
UBERON:0006376	premacula segment of distal straight tubule	UBERON:0001291|UBERON:0006541|UBERON:0006542|UBERON:0007685
UBERON:0006378	strand of vibrissa hair	UBERON:0001037
UBERON:0006431	xiphoid process bone	UBERON:0002481
UBERON:0006436	principal artery to forelimb	UBERON:0007718
UBERON:0006438	principal artery to hindlimb	UBERON:0007718
UBERON:0006445	caudal middle frontal gyrus	UBERON:0000200|UBERON:0002702|UBERON:0015593
UBERON:0006446	rostral middle frontal gyrus	UBERON:0000200|UBERON:0001893|UBERON:0002616|UBERON:0002702|UBERON:0015593
UBERON:0006447	L5 segment of lumbar spinal cord	UBERON:0007716
UBERON:0006448	L1 segment of lumbar spinal cord	UBERON:0007716
UBERON:0006449	L3 segment of lumbar spinal cord	UBERON:0007716
UBERON:0006450	L2 segment of lumbar spinal cord	UBERON:0007716
UBERON:0006451	L4 segment of lumbar spinal cord	UBERON:0007716
UBERON:0006452	T4 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006453	T5 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006454	T6 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006455	T7 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006456	T8 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006457	T1 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006458	T2 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006459	T3 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006460	S1 segment of sacral spinal cord	UBERON:0007717
UBERON:0006461	S2 segment of sacral spinal cord	UBERON:0007717
UBERON:0006462	S3 segment of sacral spinal cord	UBERON:0007717
UBERON:0006463	S4 segment of sacral spinal cord	UBERON:0007717
UBERON:0006464	S5 segment of sacral spinal cord	UBERON:0007717
UBERON:0006465	T9 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006466	T10 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006467	T11 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006468	T12 segment of thoracic spinal cord	UBERON:0007715
UBERON:0006469	C1 segment of cervical spinal cord	UBERON:0007714
UBERON:0006470	C8 segment of cervical spinal cord	UBERON:0007714
UBERON:0006471	Brodmann (1909) area 5	UBERON:0000956|UBERON:0013529
UBERON:0006472	Brodmann (1909) area 6	UBERON:0000956|UBERON:0013529
UBERON:0006473	Brodmann (1909) area 18	UBERON:0000956|UBERON:0013529|UBERON:0014370
UBERON:0006474	Brodmann (1909) area 30	UBERON:0000956|UBERON:0013529
UBERON:0006475	Brodmann (1909) area 31	UBERON:0000956|UBERON:0013529
UBERON:0006476	Brodmann (1909) area 33	UBERON:0003027|UBERON:0013529
UBERON:0006477	Brodmann (1909) area 34	UBERON:0000956|UBERON:0013529
UBERON:0006478	Brodmann (1909) area 37	UBERON:0000956|UBERON:0013529
UBERON:0006479	Brodmann (1909) area 38	UBERON:0000956|UBERON:0013529
UBERON:0006480	Brodmann (1909) area 39	UBERON:0000956|UBERON:0013529
UBERON:0006481	Brodmann (1909) area 44	UBERON:0000956|UBERON:0013529
UBERON:0006482	Brodmann (1909) area 45	UBERON:0000956|UBERON:0001870|UBERON:0013529
UBERON:0006483	Brodmann (1909) area 46	UBERON:0000956|UBERON:0013529
UBERON:0006484	Brodmann (1909) area 47	UBERON:0000956|UBERON:0013529
UBERON:0006485	Brodmann (1909) area 48	UBERON:0000956|UBERON:0013529
UBERON:0006486	Brodmann (1909) area 52	UBERON:0000956|UBERON:0013529
UBERON:0006488	C3 segment of cervical spinal cord	UBERON:0007714
UBERON:0006489	C2 segment of cervical spinal cord	UBERON:0007714
UBERON:0006490	C4 segment of cervical spinal cord	UBERON:0007714
UBERON:0006491	C5 segment of cervical spinal cord	UBERON:0007714
UBERON:0006492	C6 segment of cervical spinal cord	UBERON:0007714
UBERON:0006493	C7 segment of cervical spinal cord	UBERON:0007714
UBERON:0006517	kidney calyx	UBERON:0000063|UBERON:0001224
UBERON:0006518	right lung lobe	UBERON:0000101|UBERON:0002167
UBERON:0006524	alveolar system	UBERON:0002048|UBERON:0011216
UBERON:0006525	left lung alveolar system	UBERON:0002168|UBERON:0006524|UBERON:0011216
UBERON:0006526	right lung alveolar system	UBERON:0002167|UBERON:0006524|UBERON:0011216
UBERON:0006531	oculomotor muscle	UBERON:0001601
UBERON:0006532	oblique extraocular muscle	UBERON:0006531
UBERON:0006533	rectus extraocular muscle	UBERON:0006531
UBERON:0006534	renal convoluted tubule	UBERON:0007685
UBERON:0006541	outer medulla inner stripe loop of Henle	UBERON:0004201|UBERON:0034996
UBERON:0006542	outer medulla outer stripe loop of Henle	UBERON:0004202|UBERON:0034996
UBERON:0006544	kidney vasculature	UBERON:0002113
UBERON:0006553	renal duct	UBERON:0002113
UBERON:0006555	excretory tube	UBERON:0000025|UBERON:0001008
UBERON:0006558	lymphatic part of lymphoid system	UBERON:0001009|UBERON:0002465|UBERON:0011216
UBERON:0006563	tunica media of pulmonary trunk	UBERON:0002333|UBERON:0007239
UBERON:0006566	left ventricle myocardium	UBERON:0001083|UBERON:0002084
UBERON:0006567	right ventricle myocardium	UBERON:0001083|UBERON:0002080
UBERON:0006570	trabecula carnea of right ventricle	UBERON:0002080|UBERON:0002511
UBERON:0006571	trabecula carnea of left ventricle	UBERON:0002084|UBERON:0002511
UBERON:0006588	round ligament of liver	UBERON:0013139
UBERON:0006618	atrium auricular region	UBERON:0000481|UBERON:0002081
UBERON:0006630	left atrium auricular region	UBERON:0002079|UBERON:0006618
UBERON:0006631	right atrium auricular region	UBERON:0002078|UBERON:0006618
UBERON:0006632	musculo-phrenic artery	UBERON:0002057
UBERON:0006636	lumbar artery	UBERON:0012254
UBERON:0006637	celiac trunk	UBERON:0001640|UBERON:0013522
UBERON:0006642	muscle layer of oviduct	UBERON:0003889|UBERON:0005156
UBERON:0006643	tunica albuginea of testis	UBERON:0000473
UBERON:0006644	tunica albuginea of ovary	UBERON:0000992|UBERON:0001307
UBERON:0006648	adventitia of seminal vesicle	UBERON:0000998|UBERON:0005156
UBERON:0006650	tunica vaginalis testis	UBERON:0000158|UBERON:0000473|UBERON:0004120|UBERON:0005156
UBERON:0006664	greater palatine artery	UBERON:0001637
UBERON:0006671	orbital fat pad	UBERON:0003916
UBERON:0006678	foramen secundum	UBERON:0004111|UBERON:0004154
UBERON:0006679	carina of trachea	UBERON:0003126|UBERON:0003604
UBERON:0006680	trachealis	UBERON:0003387
UBERON:0006694	cerebellum vasculature	UBERON:0002037
UBERON:0006727	liver left lateral lobe	UBERON:0001115
UBERON:0006728	liver left medial lobe	UBERON:0001115
UBERON:0006729	liver perisinusoidal space	UBERON:0004647
UBERON:0006743	paleodentate of dentate nucleus	UBERON:0002132
UBERON:0006764	anterior communicating artery	UBERON:0003709|UBERON:0004573|UBERON:0006347|UBERON:0035380
UBERON:0006828	trabecula carnea of atrium	UBERON:0002081|UBERON:0002511
UBERON:0006829	remnant of left anterior vena cava	UBERON:0002078|UBERON:0003498
UBERON:0006833	lumen of trachea	UBERON:0003126
UBERON:0006841	central vein of liver	UBERON:0004647|UBERON:0015796
UBERON:0006851	renal cortex peritubular capillary	UBERON:0001225|UBERON:0005272
UBERON:0006853	renal cortex tubule	UBERON:0001225|UBERON:0007685
UBERON:0006854	distal straight tubule postmacula segment	UBERON:0001291|UBERON:0006853
UBERON:0006855	muscular coat of ureter	UBERON:0000056|UBERON:0009916
UBERON:0006856	interrenal gland	UBERON:0004177|UBERON:0005058|UBERON:0005172|UBERON:0006858|UBERON:0007132|UBERON:0010314
UBERON:0006857	interrenal primordium	UBERON:0000080|UBERON:0000922|UBERON:0002050
UBERON:0006858	adrenal/interrenal gland	UBERON:0002368|UBERON:0004120|UBERON:0010074
UBERON:0006866	terminal part of digestive tract	UBERON:0004921
UBERON:0006877	vasculature of liver	UBERON:0002107
UBERON:0006878	decidua parietalis	UBERON:0000478|UBERON:0002450
UBERON:0006907	slow muscle tissue	UBERON:0001134
UBERON:0006908	fast muscle tissue	UBERON:0001134
UBERON:0006912	urinary bladder muscularis mucosa	UBERON:0001255|UBERON:0001259|UBERON:0001261|UBERON:0004228
UBERON:0006920	esophagus squamous epithelium	UBERON:0001043|UBERON:0001976
UBERON:0006921	stomach squamous epithelium	UBERON:0000945|UBERON:0001276
UBERON:0006922	cervix squamous epithelium	UBERON:0000002|UBERON:0004801
UBERON:0006924	stomach glandular epithelium	UBERON:0000945|UBERON:0001276|UBERON:0006931
UBERON:0006925	digestive system gland	UBERON:0001007|UBERON:0002368|UBERON:0013765
UBERON:0006931	stomach glandular region mucosa	UBERON:0001199|UBERON:0011953
UBERON:0006936	thymus subcapsular epithelium	UBERON:0002122|UBERON:0003846
UBERON:0006955	uterine epithelium	UBERON:0000995
UBERON:0006958	great vein of heart	UBERON:0004148|UBERON:0015212
UBERON:0006960	ovary stroma	UBERON:0000992|UBERON:0005156
UBERON:0006966	coronary capillary	UBERON:0000948|UBERON:0003498|UBERON:0018674
UBERON:0006976	peptonephridium	UBERON:0001043|UBERON:0013765
UBERON:0007100	primary circulatory organ	UBERON:0015228
UBERON:0007106	chorionic villus	UBERON:0000478|UBERON:0002050|UBERON:0003124
UBERON:0007121	skin nerve field	UBERON:0000014
UBERON:0007132	head kidney	UBERON:0000949|UBERON:0002113|UBERON:0002390|UBERON:0003103|UBERON:0004120|UBERON:0004177|UBERON:0005172
UBERON:0007142	left internal carotid artery	UBERON:0001532|UBERON:0001536
UBERON:0007143	right internal carotid artery	UBERON:0001531|UBERON:0001532
UBERON:0007146	posterior spinal artery	UBERON:0002458
UBERON:0007149	inferior thyroid artery	UBERON:0003847
UBERON:0007150	superior thyroid artery	UBERON:0003847|UBERON:0035398
UBERON:0007151	mitral valve leaflet	UBERON:0002135|UBERON:0011741
UBERON:0007153	superior epigastric artery	UBERON:0006349
UBERON:0007159	lumen of colon	UBERON:0001155
UBERON:0007177	lamina propria of mucosa of colon	UBERON:0000317
UBERON:0007178	muscularis mucosae of colon	UBERON:0000317
UBERON:0007180	atretic follicle of ovary	UBERON:0001305
UBERON:0007190	paracentral gyrus	UBERON:0000200
UBERON:0007191	anterior paracentral gyrus	UBERON:0007190
UBERON:0007192	posterior paracentral gyrus	UBERON:0007190
UBERON:0007193	orbital gyrus	UBERON:0000200
UBERON:0007195	stroma of bone marrow	UBERON:0002371
UBERON:0007196	tracheobronchial tree	UBERON:0000062|UBERON:0001558
UBERON:0007224	medial entorhinal cortex	UBERON:0000064|UBERON:0002728|UBERON:0002895
UBERON:0007225	lateral entorhinal cortex	UBERON:0000064|UBERON:0002022|UBERON:0002728|UBERON:0002895
UBERON:0007239	tunica media of artery	UBERON:0000415|UBERON:0001637
UBERON:0007240	tunica adventitia of artery	UBERON:0000415|UBERON:0001637
UBERON:0007267	trachea pre-cartilage rings	UBERON:0003126|UBERON:0009505
UBERON:0007298	pronephric proximal convoluted tubule	UBERON:0001287|UBERON:0002120|UBERON:0005309|UBERON:0005310
UBERON:0007306	pronephric glomerular capillary	UBERON:0002120|UBERON:0004212|UBERON:0004739|UBERON:0005309
UBERON:0007307	pronephric glomerular basement membrane	UBERON:0002120|UBERON:0004739|UBERON:0005777
UBERON:0007308	pronephric distal early tubule	UBERON:0002120|UBERON:0005309|UBERON:0005310|UBERON:0006337
UBERON:0007311	sputum	UBERON:0006524
UBERON:0007312	pudendal artery	UBERON:0001637
UBERON:0007314	superior external pudendal artery	UBERON:0013137
UBERON:0007315	internal pudendal artery	UBERON:0007312|UBERON:0015212
UBERON:0007316	deep external pudendal artery	UBERON:0001308|UBERON:0001355|UBERON:0002060|UBERON:0004573|UBERON:0013137
UBERON:0007317	superficial external pudendal artery	UBERON:0001308|UBERON:0004573|UBERON:0013137
UBERON:0007324	pancreatic lobule	UBERON:0000017|UBERON:0000064
UBERON:0007329	pancreatic duct	UBERON:0000017|UBERON:0001264|UBERON:0004119
UBERON:0007330	rhamphotheca	UBERON:0001003
UBERON:0007331	maxillary rhamphotheca	UBERON:0007330
UBERON:0007332	mandibular rhamphotheca	UBERON:0007330
UBERON:0007355	bony part of pharyngotympanic tube	UBERON:0002481
UBERON:0007356	crop	UBERON:0001043|UBERON:0013765
UBERON:0007357	proventriculus	UBERON:0011953
UBERON:0007358	abomasum	UBERON:0007366|UBERON:0011953
UBERON:0007359	ruminant forestomach	UBERON:0007366|UBERON:0011954
UBERON:0007361	ruminant reticulum	UBERON:0007359|UBERON:0007364|UBERON:0011954
UBERON:0007362	omasum	UBERON:0007359|UBERON:0007364|UBERON:0011954
UBERON:0007364	reticulorumen	UBERON:0004921|UBERON:0007366
UBERON:0007365	rumen	UBERON:0007359|UBERON:0007364|UBERON:0011954
UBERON:0007366	ruminant stomach	UBERON:0000945
UBERON:0007377	stratum compactum of dermis	UBERON:0002067|UBERON:0013754
UBERON:0007380	dermal scale	UBERON:0002067
UBERON:0007381	epidermal scale	UBERON:0001003
UBERON:0007610	tibial artery	UBERON:0001637|UBERON:0002103
UBERON:0007615	prostate gland ventral lobe	UBERON:0001328
UBERON:0007637	hippocampus stratum lucidum	UBERON:0002305
UBERON:0007639	hippocampus alveus	UBERON:0002421|UBERON:0011215
UBERON:0007640	hippocampus stratum lacunosum moleculare	UBERON:0001954|UBERON:0002305
UBERON:0007652	esophageal sphincter	UBERON:0001043|UBERON:0003832
UBERON:0007653	capillary loop nephron	UBERON:0010532
UBERON:0007654	maturing nephron	UBERON:0001225|UBERON:0010532
UBERON:0007684	uriniferous tubule	UBERON:0002113|UBERON:0004819|UBERON:0006555
UBERON:0007685	region of nephron tubule	UBERON:0001231
UBERON:0007693	caroticotympanic artery	UBERON:0001637
UBERON:0007699	tract of spinal cord	UBERON:0002240
UBERON:0007714	cervical subsegment of spinal cord	UBERON:0002726|UBERON:0005844
UBERON:0007715	thoracic subsegment of spinal cord	UBERON:0003038|UBERON:0005844
UBERON:0007716	lumbar subsegment of spinal cord	UBERON:0002792|UBERON:0005844
UBERON:0007717	sacral subsegment of spinal cord	UBERON:0005843|UBERON:0005844
UBERON:0007718	principal artery to limb	UBERON:0001637
UBERON:0007763	cerebellum vermis culmen	UBERON:0003941|UBERON:0004070
UBERON:0007771	epidermis gland	UBERON:0001003|UBERON:0002419
UBERON:0007773	scrotal sweat gland	UBERON:0001820|UBERON:0005399
UBERON:0007778	umbilical artery endothelium	UBERON:0001310|UBERON:0001917
UBERON:0007779	transudate	UBERON:0006314
UBERON:0007798	vascular system	UBERON:0000467|UBERON:0004535
UBERON:0007808	adipose tissue of abdominal region	UBERON:0000916|UBERON:0001013
UBERON:0007809	fascia of Camper	UBERON:0013488
UBERON:0007811	craniocervical region	UBERON:0000153|UBERON:0000475|UBERON:0013702
UBERON:0007823	appendage girdle region	UBERON:0000475|UBERON:0010707
UBERON:0007834	lumbar spinal cord ventral commissure	UBERON:0002792|UBERON:0004170
UBERON:0007835	sacral spinal cord ventral commissure	UBERON:0004170|UBERON:0005843
UBERON:0007836	cervical spinal cord ventral commissure	UBERON:0002726|UBERON:0004170
UBERON:0007837	thoracic spinal cord ventral commissure	UBERON:0003038|UBERON:0004170
UBERON:0007838	spinal cord white commissure	UBERON:0002240|UBERON:0008882
UBERON:0007840	spinal cord dorsal white commissure	UBERON:0007838
UBERON:0008187	hypertrophic cartilage zone	UBERON:0004763
UBERON:0008198	nail plate	UBERON:0001003|UBERON:0001705|UBERON:0013754
UBERON:0008201	scute	UBERON:0007381
UBERON:0008285	rumen epithelium	UBERON:0007365|UBERON:0010040
UBERON:0008307	heart endothelium	UBERON:0000948
UBERON:0008311	penile bulb artery	UBERON:0004573|UBERON:0005156|UBERON:0008320
UBERON:0008320	common penile artery	UBERON:0004573|UBERON:0005156
UBERON:0008321	deep artery of penis	UBERON:0004573|UBERON:0005156|UBERON:0008320
UBERON:0008322	deep artery of clitoris	UBERON:0001637|UBERON:0005156
UBERON:0008323	dorsal artery of clitoris	UBERON:0001637|UBERON:0005156
UBERON:0008342	intestinal villus of duodenum	UBERON:0000320|UBERON:0002114
UBERON:0008343	intestinal villus of jejunum	UBERON:0000399|UBERON:0002115
UBERON:0008344	intestinal villus of ileum	UBERON:0000331|UBERON:0002116
UBERON:0008345	ileal epithelium	UBERON:0002116|UBERON:0008344|UBERON:0013636
UBERON:0008346	duodenal epithelium	UBERON:0002114|UBERON:0008342|UBERON:0013636
UBERON:0008367	breast epithelium	UBERON:0000310
UBERON:0008404	proximal tubular epithelium	UBERON:0004134|UBERON:0004810
UBERON:0008408	distal tubular epithelium	UBERON:0004135|UBERON:0004810
UBERON:0008713	pectoral girdle and thoracic body wall skeletal muscle	UBERON:0001134
UBERON:0008715	muscle tissue of prostate	UBERON:0002367|UBERON:0002385|UBERON:0005156
UBERON:0008716	hilum of kidney	UBERON:0002113
UBERON:0008784	lower limb segment	UBERON:0002103|UBERON:0002529
UBERON:0008791	rugal fold of stomach	UBERON:0000945|UBERON:0001199
UBERON:0008802	cheek pouch	UBERON:0000165|UBERON:0008803
UBERON:0008803	skin of cheek	UBERON:1000021
UBERON:0008807	coagulating gland	UBERON:0002367|UBERON:0010147
UBERON:0008808	prostate gland dorsolateral lobe	UBERON:0001328
UBERON:0008827	murine forestomach	UBERON:0011954
UBERON:0008829	cerebellum external granule cell layer	UBERON:0002956
UBERON:0008830	cerebellum internal granule cell layer	UBERON:0002956
UBERON:0008838	metapodial pad	UBERON:0012348
UBERON:0008839	palmar pad	UBERON:0001519|UBERON:0008838|UBERON:0013622|UBERON:0013777
UBERON:0008840	plantar pad	UBERON:0001513|UBERON:0008838|UBERON:0013623|UBERON:0013778
UBERON:0008855	placenta metrial gland	UBERON:0002450
UBERON:0008856	stomach muscularis externa	UBERON:0001167|UBERON:0004222
UBERON:0008857	stomach smooth muscle circular layer	UBERON:0008856
UBERON:0008858	pyloric canal	UBERON:0001166|UBERON:0009870
UBERON:0008859	cardiac gastric gland	UBERON:0000325|UBERON:0001162|UBERON:0004996
UBERON:0008860	intermediate gastric gland	UBERON:0000325|UBERON:0001160|UBERON:0010038
UBERON:0008861	pyloric gastric gland	UBERON:0000325|UBERON:0001166|UBERON:0004998
UBERON:0008862	stomach smooth muscle inner oblique layer	UBERON:0004923|UBERON:0008856
UBERON:0008863	stomach smooth muscle outer longitudinal layer	UBERON:0008856
UBERON:0008867	trabecular network of bone	UBERON:0000479|UBERON:0002483
UBERON:0008870	pulmonary alveolar parenchyma	UBERON:0002299|UBERON:0008946
UBERON:0008873	alveolar pore	UBERON:0002299|UBERON:0004111
UBERON:0008874	pulmonary acinus	UBERON:0001062|UBERON:0010369
UBERON:0008877	epidermal-dermal junction	UBERON:0000014
UBERON:0008882	spinal cord commissure	UBERON:0002240|UBERON:0007699
UBERON:0008883	osteoid	UBERON:0002481
UBERON:0008930	somatosensory cortex	UBERON:0002581
UBERON:0008933	primary somatosensory cortex	UBERON:0008930|UBERON:0016530
UBERON:0008934	secondary somatosensory cortex	UBERON:0008930
UBERON:0008946	lung parenchyma	UBERON:0002048
UBERON:0008948	upper lobe of lung	UBERON:0000101
UBERON:0008949	lower lobe of lung	UBERON:0000101
UBERON:0008950	azygous lobe of lung	UBERON:0004890
UBERON:0008951	left lung lobe	UBERON:0000101|UBERON:0002168
UBERON:0008952	upper lobe of left lung	UBERON:0002168|UBERON:0008948|UBERON:0008951
UBERON:0008953	lower lobe of left lung	UBERON:0002168|UBERON:0008949|UBERON:0008951
UBERON:0008954	lingula of left lung	UBERON:0000063|UBERON:0008952
UBERON:0008955	middle lobe of lung	UBERON:0000101
UBERON:0008961	parabronchus	UBERON:0002048|UBERON:0002184
UBERON:0008963	hoof	UBERON:0009564
UBERON:0008971	left colon	UBERON:0000064|UBERON:0001155
UBERON:0008972	right colon	UBERON:0000064|UBERON:0001155
UBERON:0008987	renal parenchyma	UBERON:0002113
UBERON:0008989	submucosal esophageal gland	UBERON:0001043|UBERON:0002330
UBERON:0008994	equine glandular stomach	UBERON:0000945
UBERON:0008995	nucleus of cerebellar nuclear complex	UBERON:0002130
UBERON:0008999	hoof lamina	UBERON:0000061|UBERON:0008963
UBERON:0009002	placental membrane	UBERON:0000158|UBERON:0001987|UBERON:0005156
UBERON:0009014	lower back skin	UBERON:0001068|UBERON:0003836
UBERON:0009015	upper back skin	UBERON:0001068|UBERON:0001418
UBERON:0009020	left uterine horn	UBERON:0002247
UBERON:0009022	right uterine horn	UBERON:0002247
UBERON:0009024	adrenal gland X zone	UBERON:0001235|UBERON:0009753
UBERON:0009025	gastroepiploic artery	UBERON:0000916|UBERON:0001637
UBERON:0009026	iliac circumflex artery	UBERON:0001637
UBERON:0009027	vesical artery	UBERON:0001637
UBERON:0009035	renal straight tubule	UBERON:0007685
UBERON:0009040	deep circumflex iliac artery	UBERON:0001308|UBERON:0004573|UBERON:0009026
UBERON:0009041	superficial circumflex iliac artery	UBERON:0009026
UBERON:0009042	prostatic venous plexus	UBERON:0002367
UBERON:0009058	faveolus	UBERON:0002048|UBERON:0010000
UBERON:0009071	mesobronchus	UBERON:0002048|UBERON:0035767
UBERON:0009072	ventrobronchus	UBERON:0002048|UBERON:0035767
UBERON:0009073	dorsobronchus	UBERON:0002048|UBERON:0002183
UBERON:0009074	syrinx organ	UBERON:0003126
UBERON:0009075	membrana tympaniformis	UBERON:0000060|UBERON:0009074
UBERON:0009076	membrana tympaniformis lateralis	UBERON:0009075
UBERON:0009077	membrana tympaniformis medialis	UBERON:0009075
UBERON:0009078	pessulus	UBERON:0003604|UBERON:0009074
UBERON:0009089	inner medulla descending vasa recta	UBERON:0000064|UBERON:0004776
UBERON:0009090	outer medulla descending vasa recta	UBERON:0000064|UBERON:0004775
UBERON:0009091	ascending vasa recta	UBERON:0000064|UBERON:0004726
UBERON:0009092	inner medulla ascending vasa recta	UBERON:0000064|UBERON:0004776
UBERON:0009093	outer medulla ascending vasa recta	UBERON:0000064|UBERON:0004775
UBERON:0009095	tip of renal papilla	UBERON:0000064|UBERON:0001228
UBERON:0009098	gravid uterus	UBERON:0000995
UBERON:0009114	cervical thymus	UBERON:0002370
UBERON:0009115	thoracic thymus	UBERON:0000915|UBERON:0002370|UBERON:0005178
UBERON:0009129	right atrium endocardium	UBERON:0002078|UBERON:0002166|UBERON:0006218
UBERON:0009130	dorsal meso-duodenum	UBERON:0002050|UBERON:0005712
UBERON:0009149	foramen primum	UBERON:0004111|UBERON:0004154
UBERON:0009200	limb epidermis	UBERON:0001003|UBERON:0002101
UBERON:0009201	nephric duct	UBERON:0002113|UBERON:0004819|UBERON:0006553|UBERON:0006555
UBERON:0009202	descending vasa recta	UBERON:0000064|UBERON:0004726
UBERON:0009472	axilla	UBERON:0001421|UBERON:0034929	arm pit|armpit|axillary region|regio axillaris
UBERON:0009505	mesenchyme of trachea	UBERON:0003126
UBERON:0009536	vascular element of left lung	UBERON:0000102|UBERON:0002168
UBERON:0009537	vascular element of right lung	UBERON:0000102|UBERON:0002167
UBERON:0009548	hepatic sinusoid of left lobe of liver	UBERON:0001115|UBERON:0001281
UBERON:0009549	hepatic sinusoid of right lobe of liver	UBERON:0001114|UBERON:0001281
UBERON:0009564	distal limb integumentary appendage	UBERON:0001003
UBERON:0009565	nail of manual digit	UBERON:0001705|UBERON:0005276
UBERON:0009567	nail of pedal digit	UBERON:0001705|UBERON:0005277
UBERON:0009569	subdivision of trunk	UBERON:0000475|UBERON:0002100
UBERON:0009572	lumen of central canal of spinal cord	UBERON:0002291
UBERON:0009582	spinal cord lateral wall	UBERON:0002240
UBERON:0009602	left lung associated mesenchyme	UBERON:0002168|UBERON:0004883
UBERON:0009603	right lung associated mesenchyme	UBERON:0002167|UBERON:0004883
UBERON:0009622	pronephric proximal straight tubule	UBERON:0001290|UBERON:0002120|UBERON:0005309|UBERON:0005310|UBERON:0006173
UBERON:0009644	trachea non-cartilage connective tissue	UBERON:0003571
UBERON:0009650	cortical arch of kidney	UBERON:0000061|UBERON:0002189
UBERON:0009651	nephron tubule basement membrane	UBERON:0001231|UBERON:0004810
UBERON:0009653	trachea basement membrane	UBERON:0001901|UBERON:0003126|UBERON:0009644
UBERON:0009654	alveolar artery	UBERON:0001637
UBERON:0009655	auricular artery	UBERON:0001637
UBERON:0009657	artery of lip	UBERON:0001637
UBERON:0009658	pancreaticoduodenal artery	UBERON:0001637
UBERON:0009659	spermatic artery	UBERON:0001187
UBERON:0009670	rectal lumen	UBERON:0001052
UBERON:0009687	middle cardiac vein	UBERON:0004148
UBERON:0009688	posterior inferior cerebellar artery	UBERON:0001535|UBERON:0001637|UBERON:0004573|UBERON:0035307
UBERON:0009689	anterior inferior cerebellar artery	UBERON:0003472|UBERON:0035489
UBERON:0009708	dorsal pancreas	UBERON:0001264|UBERON:0002365|UBERON:0005177
UBERON:0009709	ventral pancreas	UBERON:0001264|UBERON:0002365|UBERON:0005177
UBERON:0009712	endocardium of right ventricle	UBERON:0001081|UBERON:0002080
UBERON:0009713	endocardium of left ventricle	UBERON:0001081|UBERON:0002084
UBERON:0009751	cardiac mesenchyme	UBERON:0000948
UBERON:0009752	pancreas mesenchyme	UBERON:0001264
UBERON:0009753	adrenal gland cortex zone	UBERON:0000064|UBERON:0001235
UBERON:0009754	blubber	UBERON:0002190
UBERON:0009778	pleural sac	UBERON:0001558|UBERON:0005906|UBERON:0015212
UBERON:0009779	cardiac muscle tissue of right auricle	UBERON:0003378|UBERON:0003379|UBERON:0006631
UBERON:0009780	cardiac muscle tissue of left auricle	UBERON:0003378|UBERON:0003380|UBERON:0006630
UBERON:0009834	dorsolateral prefrontal cortex	UBERON:0000451|UBERON:0002616
UBERON:0009835	anterior cingulate cortex	UBERON:0002616|UBERON:0003027
UBERON:0009836	fronto-orbital gyrus	UBERON:0004167|UBERON:0007193|UBERON:0015593
UBERON:0009853	body of uterus	UBERON:0000995|UBERON:0005156|UBERON:0034944
UBERON:0009856	sac	UBERON:0000061
UBERON:0009870	zone of stomach	UBERON:0000945|UBERON:0004921|UBERON:0034944
UBERON:0009871	nephrogenic zone	UBERON:0001225|UBERON:0005423
UBERON:0009883	medullary ray	UBERON:0000064|UBERON:0001225
UBERON:0009885	interlobar artery	UBERON:0001637
UBERON:0009897	right auditory cortex	UBERON:0001393|UBERON:0015212
UBERON:0009898	left auditory cortex	UBERON:0001393|UBERON:0015212
UBERON:0009913	renal lobe	UBERON:0002113
UBERON:0009914	renal lobule	UBERON:0002113|UBERON:0009913
UBERON:0009916	wall of ureter	UBERON:0000056|UBERON:0000060
UBERON:0009917	kidney corticomedullary boundary	UBERON:0002113
UBERON:0009919	ureter smooth muscle	UBERON:0000056|UBERON:0006855
UBERON:0009952	dentate gyrus subgranular zone	UBERON:0001885
UBERON:0009958	bladder lumen	UBERON:0001255
UBERON:0009960	esophagus smooth muscle circular layer	UBERON:0001043|UBERON:0002112
UBERON:0009961	esophagus smooth muscle longitudinal layer	UBERON:0002112|UBERON:0003832
UBERON:0009966	internodal tract	UBERON:0002350|UBERON:0004493
UBERON:0009967	spleen venous sinus	UBERON:0001250
UBERON:0009970	epithelium of pancreatic duct	UBERON:0007329|UBERON:0013697
UBERON:0009971	principal gastric gland	UBERON:0000325
UBERON:0010000	multicellular anatomical structure	UBERON:0000061
UBERON:0010002	pulmonary neuroendocrine body	UBERON:0000061|UBERON:0000115
UBERON:0010005	placental labyrinth villous	UBERON:0000061|UBERON:0003946
UBERON:0010006	placenta intervillous maternal lacunae	UBERON:0003946
UBERON:0010007	placenta fetal blood space	UBERON:0003946
UBERON:0010008	placental cotyledon	UBERON:0000478|UBERON:0002450
UBERON:0010016	spiral valve of intestine	UBERON:0002108
UBERON:0010018	spiral valve of conus arteriosus	UBERON:0003983
UBERON:0010038	fundic gastric gland	UBERON:0000325|UBERON:0001160|UBERON:0004994
UBERON:0010039	food storage organ	UBERON:0001555|UBERON:0005409|UBERON:0013765
UBERON:0010040	stomach non-glandular epithelium	UBERON:0000945|UBERON:0001276
UBERON:0010041	median ovary	UBERON:0000992
UBERON:0010074	chromaffin system	UBERON:0000949|UBERON:0010313|UBERON:0011216
UBERON:0010076	network of trabecular spaces in bone tissue	UBERON:0008867
UBERON:0010132	gastroduodenal artery	UBERON:0001637
UBERON:0010147	male accessory sex gland	UBERON:0000079|UBERON:0005399
UBERON:0010153	rumen papilla	UBERON:0008285
UBERON:0010154	inner lining mucosa of the abomasum	UBERON:0006931|UBERON:0007358
UBERON:0010171	strand of hair of face	UBERON:0001456|UBERON:0016446
UBERON:0010174	Schweigger-Seidel sheath	UBERON:0000064|UBERON:0002106
UBERON:0010176	nutrient foramen artery	UBERON:0004573
UBERON:0010181	straight venules of kidney	UBERON:0002113|UBERON:0006544
UBERON:0010183	liver trabecula	UBERON:0002107
UBERON:0010185	rete ovarii	UBERON:0000992|UBERON:0004111|UBERON:0004120|UBERON:0005156
UBERON:0010189	right atrium venous valve	UBERON:0002078|UBERON:0005208
UBERON:0010192	genital artery	UBERON:0012254
UBERON:0010197	trunk of common carotid artery	UBERON:0001530|UBERON:0005396
UBERON:0010198	carotid duct	UBERON:0004573
UBERON:0010228	ruminal fluid	UBERON:0000463|UBERON:0007365
UBERON:0010233	stroma of thyroid gland	UBERON:0002046|UBERON:0010313
UBERON:0010238	torus pylorus	UBERON:0000064|UBERON:0001166
UBERON:0010239	spiral colon	UBERON:0000168
UBERON:0010249	posterior meningeal artery	UBERON:0003474
UBERON:0010250	middle meningeal artery	UBERON:0003474
UBERON:0010251	anterior meningeal artery	UBERON:0003474
UBERON:0010269	filum terminale internum	UBERON:0000479|UBERON:0005443
UBERON:0010270	filum terminale externum	UBERON:0000479|UBERON:0005443
UBERON:0010271	musculus retractor bulbi	UBERON:0001601
UBERON:0010277	mesocardium	UBERON:0000948|UBERON:0002050|UBERON:0003282
UBERON:0010279	pericardial sinus	UBERON:0010277
UBERON:0010283	oblique pericardial sinus	UBERON:0010279
UBERON:0010313	neural crest-derived structure	UBERON:0004121|UBERON:0010314
UBERON:0010314	structure with developmental contribution from neural crest	UBERON:0000061
UBERON:0010323	cranial skeletal system	UBERON:0000075|UBERON:0011137
UBERON:0010363	endochondral element	UBERON:0004765
UBERON:0010368	pulmonary lobule	UBERON:0002048|UBERON:8600017
UBERON:0010369	secondary pulmonary lobule	UBERON:0008946|UBERON:0010368
UBERON:0010373	uncinate process of pancreas	UBERON:0001069|UBERON:0004119
UBERON:0010391	parametrium	UBERON:0000459|UBERON:0002095|UBERON:0003885
UBERON:0010398	spleen marginal sinus	UBERON:0001959
UBERON:0010399	spleen trabecular artery	UBERON:0001265|UBERON:0001637
UBERON:0010400	spleen trabecular vein	UBERON:0001265
UBERON:0010401	spleen central arteriole	UBERON:0001959|UBERON:0022292
UBERON:0010402	epidermis suprabasal layer	UBERON:0001003|UBERON:0013754
UBERON:0010405	spinal cord lateral motor column	UBERON:0003990|UBERON:0005374
UBERON:0010408	ocular angle artery	UBERON:0001637
UBERON:0010410	inguinal fat pad	UBERON:0003916
UBERON:0010411	retroperitoneal fat pad	UBERON:0002358|UBERON:0003427
UBERON:0010412	epididymal fat pad	UBERON:0003916|UBERON:0005156
UBERON:0010413	parametrial fat pad	UBERON:0010391|UBERON:0014394|UBERON:0015143
UBERON:0010414	omental fat pad	UBERON:0003688|UBERON:0010411
UBERON:0010415	barrel cortex	UBERON:0008933
UBERON:0010419	vibrissa follicle	UBERON:0002073
UBERON:0010421	spleen B cell corona	UBERON:0002106|UBERON:0004042
UBERON:0010509	strand of pelage hair	UBERON:0001037
UBERON:0010510	strand of auchene hair	UBERON:0010509
UBERON:0010511	strand of awl hair	UBERON:0010509
UBERON:0010512	strand of guard hair	UBERON:0010509
UBERON:0010513	strand of zigzag hair	UBERON:0002100|UBERON:0010509|UBERON:0016447
UBERON:0010514	strand of duvet hair	UBERON:0001037
UBERON:0010515	brille	UBERON:1000021
UBERON:0010531	metanephros induced blastemal cells	UBERON:0005423|UBERON:0009871
UBERON:0010532	primitive nephron	UBERON:0002113|UBERON:0004819|UBERON:0006555
UBERON:0010533	metanephros cortex	UBERON:0000081|UBERON:0001225|UBERON:0004120
UBERON:0010534	primitive mesonephric nephron	UBERON:0000080|UBERON:0000083|UBERON:0010532
UBERON:0010535	primitive metanephric nephron	UBERON:0000081|UBERON:0005106|UBERON:0010532
UBERON:0010537	mesonephric nephron progenitor	UBERON:0000080
UBERON:0010538	paired limb/fin segment	UBERON:0004708|UBERON:0010758
UBERON:0010704	parenchyma of quadrate lobe of liver	UBERON:0001116|UBERON:0005221
UBERON:0010706	parenchyma of caudate lobe of liver	UBERON:0001117|UBERON:0005221|UBERON:0005222
UBERON:0010707	appendage girdle complex	UBERON:0000475|UBERON:0015212
UBERON:0010708	pectoral complex	UBERON:0010707
UBERON:0010709	pelvic complex	UBERON:0010707
UBERON:0010756	spleen follicular dendritic cell network	UBERON:0004042
UBERON:0010758	subdivision of organism along appendicular axis	UBERON:0000026|UBERON:0000475
UBERON:0010854	skin of front of neck	UBERON:0001417|UBERON:0012180
UBERON:0010855	skin of forelimb wing	UBERON:0003531
UBERON:0010878	humeral patagium	UBERON:0010855
UBERON:0010880	gular fold	UBERON:0010854
UBERON:0010955	trapezius pre-muscle mass	UBERON:0008713
UBERON:0010982	latissimus dorsi pre-muscle mass	UBERON:0008713
UBERON:0010983	levator scapulae pre-muscle mass	UBERON:0008713
UBERON:0010984	pectoral pre-muscle mass	UBERON:0008713
UBERON:0010985	rhomboid pre-muscle mass	UBERON:0008713
UBERON:0010988	teres major pre-muscle mass	UBERON:0008713
UBERON:0011005	endocardium of auricle	UBERON:0002166|UBERON:0006618
UBERON:0011006	endocardium of left auricle	UBERON:0006630|UBERON:0011005|UBERON:0034903
UBERON:0011007	endocardium of right auricle	UBERON:0006631|UBERON:0009129|UBERON:0011005
UBERON:0011137	axial skeletal system	UBERON:0000075
UBERON:0011138	postcranial axial skeletal system	UBERON:0000075
UBERON:0011143	upper urinary tract	UBERON:0001008|UBERON:0011216|UBERON:0015212
UBERON:0011190	lunule of nail	UBERON:0001705|UBERON:0013754
UBERON:0011201	muscle layer of small intestine	UBERON:0001168|UBERON:0002108
UBERON:0011202	urachus epithelium	UBERON:0002068|UBERON:0006555
UBERON:0011203	urachus mesenchyme	UBERON:0002068
UBERON:0011215	central nervous system cell part cluster	UBERON:0001017|UBERON:0005162
UBERON:0011216	organ system subdivision	UBERON:0000467|UBERON:0010000
UBERON:0011255	Eimer's organ	UBERON:0000020|UBERON:0000412
UBERON:0011273	nail of manual digit 1	UBERON:0009565
UBERON:0011274	nail of manual digit 2	UBERON:0009565
UBERON:0011275	nail of manual digit 3	UBERON:0009565
UBERON:0011276	nail of manual digit 4	UBERON:0009565
UBERON:0011277	nail of manual digit 5	UBERON:0009565
UBERON:0011278	nail of pedal digit 1	UBERON:0009567
UBERON:0011279	nail of pedal digit 2	UBERON:0009567
UBERON:0011280	nail of pedal digit 3	UBERON:0009567
UBERON:0011281	nail of pedal digit 4	UBERON:0009567
UBERON:0011282	nail of pedal digit 5	UBERON:0009567
UBERON:0011298	submucosa of fallopian tube	UBERON:0003889|UBERON:0005156
UBERON:0011300	gray matter of telencephalon	UBERON:0001893|UBERON:0019264
UBERON:0011359	urophysis	UBERON:0002240|UBERON:0002368|UBERON:0005174
UBERON:0011360	ampulla caudalis	UBERON:0002291
UBERON:0011375	skin of prepuce of clitoris	UBERON:0005298
UBERON:0011566	lumen of esophagus	UBERON:0001043
UBERON:0011574	mesonephric duct lumen	UBERON:0003074
UBERON:0011673	plastron scute	UBERON:0008201
UBERON:0011674	carapace scute	UBERON:0018317
UBERON:0011676	subdivision of organism along main body axis	UBERON:0000475|UBERON:0013701
UBERON:0011693	extraembryonic portion of umbilical artery	UBERON:0000478|UBERON:0001310|UBERON:0001637
UBERON:0011694	embryo portion of umbilical artery	UBERON:0001637|UBERON:0004572
UBERON:0011696	left extraembryonic umbilical artery	UBERON:0011693
UBERON:0011697	right extraembryonic umbilical artery	UBERON:0011693
UBERON:0011737	caudate lobe hepatic sinusoid	UBERON:0001117|UBERON:0009548|UBERON:0009549
UBERON:0011738	quadrate lobe hepatic sinusoid	UBERON:0001116|UBERON:0009549
UBERON:0011741	cardiac valve leaflet	UBERON:0000064|UBERON:0000946
UBERON:0011742	aortic valve leaflet	UBERON:0002137|UBERON:0011741
UBERON:0011745	pulmonary valve leaflets	UBERON:0002146|UBERON:0011741
UBERON:0011776	dorsal commissural nucleus of spinal cord	UBERON:0002256|UBERON:0011777|UBERON:0014631
UBERON:0011777	nucleus of spinal cord	UBERON:0002240
UBERON:0011782	feather follicle	UBERON:0036150
UBERON:0011783	feather follicle placode	UBERON:0001003
UBERON:0011801	dermal condensation of feather follicle	UBERON:0002067
UBERON:0011805	cavity of feather follicle	UBERON:0011782
UBERON:0011806	dermis of feather follicle	UBERON:0000479|UBERON:0002067|UBERON:0011782
UBERON:0011807	epidermis of feather follicle	UBERON:0000479|UBERON:0001003|UBERON:0011782
UBERON:0011808	outer epidermal layer of feather follicle	UBERON:0011807
UBERON:0011809	inner epidermal layer of feather follicle	UBERON:0011807
UBERON:0011819	lumen of atrioventricular canal	UBERON:0002087
UBERON:0011820	atrioventricular region	UBERON:0000948
UBERON:0011821	irregular connective tissue	UBERON:0002384
UBERON:0011822	dense irregular connective tissue	UBERON:0011821|UBERON:0011823
UBERON:0011823	dense connective tissue	UBERON:0002384
UBERON:0011827	areolar gland	UBERON:0001821
UBERON:0011844	duct of areolar gland	UBERON:0011827|UBERON:0011845
UBERON:0011845	duct of sebaceous gland	UBERON:0001821
UBERON:0011846	acinus of sebaceous gland	UBERON:0001821
UBERON:0011854	acinus of areolar gland	UBERON:0011827|UBERON:0011846
UBERON:0011862	pulmonary collagen fibril	UBERON:0002048
UBERON:0011878	muscle layer of esophagus	UBERON:0001043|UBERON:0001096
UBERON:0011898	skeletal muscle endomysium	UBERON:0001134
UBERON:0011899	epimysium	UBERON:0001134|UBERON:0011822
UBERON:0011900	perimysium	UBERON:0001134|UBERON:0011822
UBERON:0011901	hair matrix	UBERON:0001037
UBERON:0011903	gizzard smooth muscle	UBERON:0004222|UBERON:0005052
UBERON:0011915	cerebellar glomerulus	UBERON:0002037|UBERON:0002956
UBERON:0011931	nasal hair	UBERON:0000004|UBERON:0010171
UBERON:0011936	vibrissa hair bulb	UBERON:0005932|UBERON:0010419
UBERON:0011937	vibrissa root sheath	UBERON:0005933|UBERON:0011936
UBERON:0011938	vibrissa inner root sheath	UBERON:0005941|UBERON:0011936|UBERON:0011937
UBERON:0011939	vibrissa outer root sheath	UBERON:0005942|UBERON:0011936|UBERON:0011937
UBERON:0011940	arrector pili muscle of vibrissa	UBERON:0006378
UBERON:0011947	ureter luminal urothelium	UBERON:0000056|UBERON:0001254
UBERON:0011948	ureter subluminal urothelium	UBERON:0001254
UBERON:0011949	endometrium luminal epithelium	UBERON:0004811
UBERON:0011951	prostate luminal epithelium	UBERON:0000428|UBERON:0002367
UBERON:0011953	stomach glandular region	UBERON:0009870
UBERON:0011954	stomach non-glandular region	UBERON:0009870
UBERON:0011955	left hepatic vein	UBERON:0001115|UBERON:0001143
UBERON:0011956	right hepatic vein	UBERON:0001114|UBERON:0001143
UBERON:0011957	middle hepatic vein	UBERON:0001143
UBERON:0012055	left lung lower lobe bronchiole	UBERON:0003539|UBERON:0008953
UBERON:0012056	left lung upper lobe bronchiole	UBERON:0003539|UBERON:0008952
UBERON:0012059	right lung lower lobe bronchiole	UBERON:0002171|UBERON:0003538
UBERON:0012063	lobar bronchus of right lung middle lobe	UBERON:0002174|UBERON:0003404
UBERON:0012065	lobar bronchus of left lung upper lobe	UBERON:0003405|UBERON:0008952
UBERON:0012066	lobar bronchus of left lung lower lobe	UBERON:0003405|UBERON:0008953
UBERON:0012067	primary bronchiole	UBERON:0002186
UBERON:0012068	right lung middle lobe bronchiole	UBERON:0002174|UBERON:0003538
UBERON:0012084	lumen of secondary bronchus	UBERON:0002183
UBERON:0012085	lumen of tertiary bronchus	UBERON:0002184
UBERON:0012086	lumen of parabronchus	UBERON:0008961|UBERON:0012085
UBERON:0012103	suspensory ligament of breast	UBERON:0000158|UBERON:0005200|UBERON:0013754
UBERON:0012167	buccal fat pad	UBERON:0003916
UBERON:0012168	umbilical cord blood	UBERON:0000323|UBERON:0013755
UBERON:0012173	middle suprarenal artery	UBERON:0005624|UBERON:0012254
UBERON:0012177	skin apocrine gland	UBERON:0002097|UBERON:0002419
UBERON:0012180	head or neck skin	UBERON:0000014|UBERON:0007811
UBERON:0012186	ovary growing follicle	UBERON:0001305
UBERON:0012187	frontal artery	UBERON:0015156
UBERON:0012238	ureteric bud trunk	UBERON:0000083|UBERON:0000084
UBERON:0012239	urinary bladder vasculature	UBERON:0001255
UBERON:0012243	nuptial pad	UBERON:0001003
UBERON:0012244	stratum intermedium of epidermis	UBERON:0001003|UBERON:0013754
UBERON:0012246	thyroid follicular lumen	UBERON:0005305
UBERON:0012247	cervical gland	UBERON:0000002|UBERON:0002451|UBERON:0012248
UBERON:0012248	cervical mucosa	UBERON:0000002|UBERON:0001295
UBERON:0012249	ectocervix	UBERON:0000002|UBERON:0000064|UBERON:0005156
UBERON:0012250	cervix glandular epithelium	UBERON:0000002|UBERON:0004801
UBERON:0012251	ectocervical epithelium	UBERON:0004801|UBERON:0012249
UBERON:0012252	endocervical epithelium	UBERON:0000458|UBERON:0012250
UBERON:0012253	cervical squamo-columnar junction	UBERON:0000002|UBERON:0004801
UBERON:0012254	abdominal aorta artery	UBERON:0004573
UBERON:0012255	inferior phrenic artery	UBERON:0002057|UBERON:0012254
UBERON:0012270	forestomach-glandular stomach junction	UBERON:0000945
UBERON:0012271	major duodenal papilla	UBERON:0004914
UBERON:0012272	minor duodenal papilla	UBERON:0004914
UBERON:0012273	periampullary region of duodenum	UBERON:0002114|UBERON:0004921
UBERON:0012276	endometrium glandular epithelium	UBERON:0004811
UBERON:0012281	perianal sebaceous gland	UBERON:0005179|UBERON:0012336|UBERON:0015251|UBERON:0016852
UBERON:0012282	mammary fat pad	UBERON:0003916|UBERON:0004180
UBERON:0012283	femoral fat pad	UBERON:0003916
UBERON:0012303	ureteral orifice	UBERON:0006082
UBERON:0012304	nasal diverticulum	UBERON:1000021
UBERON:0012305	marginal cutaneous pouch of ear	UBERON:0001459
UBERON:0012318	anterior ethmoidal artery	UBERON:0005193
UBERON:0012319	posterior ethmoidal artery	UBERON:0005193
UBERON:0012320	cervical artery	UBERON:0001637
UBERON:0012321	deep cervical artery	UBERON:0012320
UBERON:0012322	ascending cervical artery	UBERON:0012320
UBERON:0012324	transverse cervical artery	UBERON:0012320
UBERON:0012336	perianal skin	UBERON:0001415
UBERON:0012348	autopod pad	UBERON:0015790
UBERON:0012349	digital pad	UBERON:0012348
UBERON:0012350	carpal pad	UBERON:0001518|UBERON:0013622
UBERON:0012351	urachal lumen	UBERON:0002068
UBERON:0012352	mesangial matrix	UBERON:0000463|UBERON:0002319
UBERON:0012361	internal anal region	UBERON:0000481|UBERON:0001353
UBERON:0012363	thyroid follicle epithelium	UBERON:0005305
UBERON:0012364	colloid of thyroid follicle	UBERON:0000463|UBERON:0005305
UBERON:0012377	muscle layer of jejunum	UBERON:0002115|UBERON:0011201
UBERON:0012378	muscle layer of urinary bladder	UBERON:0001255|UBERON:0001256
UBERON:0012401	small intestine smooth muscle circular layer	UBERON:0004239|UBERON:0011201
UBERON:0012402	small intestine smooth muscle longitudinal layer	UBERON:0004239|UBERON:0011201
UBERON:0012428	proximal convoluted tubule brush border	UBERON:0001287
UBERON:0012441	endothelium of peritubular capillary	UBERON:0004819|UBERON:0005272
UBERON:0012447	podotheca	UBERON:0001003|UBERON:0002103
UBERON:0012458	antler velvet	UBERON:0001084
UBERON:0012471	hepatogastric ligament	UBERON:0002399|UBERON:0004120|UBERON:0005172|UBERON:0013765
UBERON:0012472	hepatoduodenal ligament	UBERON:0002399|UBERON:0005172|UBERON:0013765
UBERON:0012488	muscle layer of duodenum	UBERON:0002114|UBERON:0011201
UBERON:0012489	muscle layer of colon	UBERON:0001155
UBERON:0012494	muscularis mucosae of duodenum	UBERON:0000320|UBERON:0001210|UBERON:0002114
UBERON:0012497	muscularis mucosae of rectum	UBERON:0001052|UBERON:0003346|UBERON:0018112
UBERON:0012499	serosa of fallopian tube	UBERON:0000042|UBERON:0003889|UBERON:0005156
UBERON:0012503	serosa of fundus of stomach	UBERON:0001160|UBERON:0001201
UBERON:0012504	adventitia of esophagus	UBERON:0001043
UBERON:0012648	ampulla of fallopian tube	UBERON:0000064|UBERON:0003889|UBERON:0005156
UBERON:0012650	gastroduodenal junction	UBERON:0000945
UBERON:0012651	mucosa of gastroduodenal junction	UBERON:0001199|UBERON:0012650
UBERON:0013132	penicillar arteriole	UBERON:0001959|UBERON:0022292
UBERON:0013133	superior phrenic artery	UBERON:0002057
UBERON:0013137	external pudendal artery	UBERON:0007312
UBERON:0013138	coronary ligament of liver	UBERON:0001178|UBERON:0002095|UBERON:0013139
UBERON:0013139	ligament of liver	UBERON:0002107|UBERON:0005172|UBERON:0013765
UBERON:0013151	choroidal artery	UBERON:0001637
UBERON:0013152	interventricular foramen of heart	UBERON:0000922|UBERON:0000948|UBERON:0004111
UBERON:0013177	dorsal bursa	UBERON:0001013|UBERON:0015212
UBERON:0013178	anterior dorsal bursa	UBERON:0013177
UBERON:0013179	posterior dorsal bursa	UBERON:0013177
UBERON:0013191	ovarian cortex	UBERON:0000992|UBERON:0005156|UBERON:0006960
UBERON:0013192	ovarian medulla	UBERON:0000992|UBERON:0005156
UBERON:0013196	strand of wool	UBERON:0010509
UBERON:0013206	nasal tentacle	UBERON:0001003
UBERON:0013211	cerumen gland	UBERON:0000382
UBERON:0013220	foramen of Panizza	UBERON:0000948|UBERON:0004535
UBERON:0013228	sweat gland of eyelid	UBERON:0000382|UBERON:0003605
UBERON:0013231	sebaceous gland of eyelid	UBERON:0003484
UBERON:0013472	upper esophagus	UBERON:0001043|UBERON:0004921
UBERON:0013473	lower esophagus	UBERON:0001043|UBERON:0004921
UBERON:0013474	middle part of esophagus	UBERON:0001043|UBERON:0004921
UBERON:0013478	cecal tonsil	UBERON:0000314|UBERON:0001153
UBERON:0013479	lung endothelium	UBERON:0000115|UBERON:0002048
UBERON:0013481	crypt of Lieberkuhn of ileum	UBERON:0001241|UBERON:0002116|UBERON:0008344
UBERON:0013482	crypt of Lieberkuhn of duodenum	UBERON:0001241|UBERON:0002114|UBERON:0008342
UBERON:0013483	crypt of Lieberkuhn of jejunum	UBERON:0001241|UBERON:0002115|UBERON:0008343
UBERON:0013485	crypt of Lieberkuhn of colon	UBERON:0000317|UBERON:0001155
UBERON:0013487	epidermal ridge of digit	UBERON:0001003
UBERON:0013488	panniculus adiposus	UBERON:0001013|UBERON:0002072|UBERON:0002190
UBERON:0013489	superficial cervical fascia	UBERON:0013488
UBERON:0013494	keratin-coated spine	UBERON:0001037
UBERON:0013495	barbed keratin-coated spine	UBERON:0013494
UBERON:0013496	unbarbed keratin-coated spine	UBERON:0013494
UBERON:0013515	subdivision of oviduct	UBERON:0000993|UBERON:0005156|UBERON:0013522
UBERON:0013522	subdivision of tube	UBERON:0000025|UBERON:0000064
UBERON:0013525	stomach lumen	UBERON:0000945
UBERON:0013528	Brodmann (1909) area 11	UBERON:0013529
UBERON:0013529	Brodmann area	UBERON:0000956|UBERON:0002616
UBERON:0013531	retrosplenial region	UBERON:0002616|UBERON:0003027
UBERON:0013533	Brodmann (1909) area 2	UBERON:0013529
UBERON:0013535	Brodmann (1909) area 4	UBERON:0001384|UBERON:0013529
UBERON:0013538	Brodmann (1909) area 7	UBERON:0013529
UBERON:0013539	Brodmann (1909) area 8	UBERON:0013529
UBERON:0013540	Brodmann (1909) area 9	UBERON:0009834|UBERON:0013529
UBERON:0013541	Brodmann (1909) area 10	UBERON:0000451|UBERON:0013529
UBERON:0013543	Brodmann (1909) area 12	UBERON:0013529
UBERON:0013544	Brodmann (1909) area 13	UBERON:0013529
UBERON:0013545	Brodmann (1909) area 14	UBERON:0000451|UBERON:0013529
UBERON:0013546	Brodmann (1909) area 15	UBERON:0013529
UBERON:0013547	Brodmann (1909) area 16	UBERON:0013529
UBERON:0013550	Brodmann (1909) area 19	UBERON:0013529|UBERON:0014370
UBERON:0013551	Brodmann (1909) area 20	UBERON:0013529
UBERON:0013552	Brodmann (1909) area 21	UBERON:0013529|UBERON:0016538
UBERON:0013553	Brodmann (1909) area 22	UBERON:0013529
UBERON:0013554	Brodmann (1909) area 23	UBERON:0013529
UBERON:0013556	Brodmann (1909) area 25	UBERON:0013529
UBERON:0013558	Brodmann (1909) area 27	UBERON:0001953|UBERON:0013529
UBERON:0013559	Brodmann (1909) area 28	UBERON:0002895|UBERON:0013529
UBERON:0013560	Brodmann (1909) area 32	UBERON:0013529
UBERON:0013561	Brodmann (1909) area 43	UBERON:0013529
UBERON:0013562	Brodmann (1909) area 8a	UBERON:0013529
UBERON:0013573	Brodmann (1909) area 40	UBERON:0002688|UBERON:0013529
UBERON:0013589	koniocortex	UBERON:0000956|UBERON:0002616
UBERON:0013622	manual autopod pad	UBERON:0001519|UBERON:0012348
UBERON:0013623	pedal autopod pad	UBERON:0001513|UBERON:0012348
UBERON:0013626	medial metatarsal pad	UBERON:0008840
UBERON:0013627	lateral metatarsal pad	UBERON:0008840
UBERON:0013628	pollical pad	UBERON:0003533|UBERON:0012349|UBERON:0013622
UBERON:0013629	hallical pad	UBERON:0003530|UBERON:0012349|UBERON:0013623
UBERON:0013636	epithelium of intestinal villus	UBERON:0001902
UBERON:0013637	prostate gland lateral lobe	UBERON:0001328|UBERON:0015212
UBERON:0013640	internal cheek pouch	UBERON:0008802
UBERON:0013641	external cheek pouch	UBERON:0008802
UBERON:0013644	duodenal ampulla	UBERON:0002114|UBERON:0004921
UBERON:0013648	masseteric artery	UBERON:0001637
UBERON:0013693	cerebral cortex neuropil	UBERON:0000956
UBERON:0013695	colon endothelium	UBERON:0000397|UBERON:0001155
UBERON:0013697	exocrine pancreas epithelium	UBERON:0000017
UBERON:0013698	strand of pubic hair	UBERON:0001037
UBERON:0013699	strand of axillary hair	UBERON:0001037|UBERON:0009472
UBERON:0013701	main body axis	UBERON:0000475
UBERON:0013702	body proper	UBERON:0000475|UBERON:0013701
UBERON:0013705	fascia of Scarpa	UBERON:0003427|UBERON:0003916
UBERON:0013720	dartos muscle of labia majora	UBERON:0000474|UBERON:0004085|UBERON:0005156
UBERON:0013743	base of crypt of Lieberkuhn of small intestine	UBERON:0001902|UBERON:0002108
UBERON:0013744	wall of crypt of Lieberkuhn of small intestine	UBERON:0001902|UBERON:0002108
UBERON:0013745	zona intermedia of adrenal gland	UBERON:0001235|UBERON:0009753
UBERON:0013754	integumentary system layer	UBERON:0002416|UBERON:0004923
UBERON:0013755	arterial blood	UBERON:0000178
UBERON:0013756	venous blood	UBERON:0000178
UBERON:0013757	capillary blood	UBERON:0000178
UBERON:0013758	cervical os	UBERON:0000002|UBERON:0005156
UBERON:0013759	internal cervical os	UBERON:0013758
UBERON:0013760	external cervical os	UBERON:0012249|UBERON:0013758
UBERON:0013761	cervical cavity	UBERON:0000002
UBERON:0013765	digestive system element	UBERON:0000062|UBERON:0001007
UBERON:0013766	epicanthal fold	UBERON:0001457
UBERON:0013769	uterine lumen	UBERON:0000995
UBERON:0013776	skin of palmar/plantar part of autopod	UBERON:0015790
UBERON:0013777	skin of palm of manus	UBERON:0001519|UBERON:0013776
UBERON:0013778	skin of sole of pes	UBERON:0001513|UBERON:0013776
UBERON:0014277	piriform cortex layer 1	UBERON:0004725|UBERON:0011215|UBERON:0022303
UBERON:0014280	piriform cortex layer 2	UBERON:0004725|UBERON:0011215|UBERON:0022303
UBERON:0014283	piriform cortex layer 3	UBERON:0004725|UBERON:0011215|UBERON:0022303
UBERON:0014370	extrastriate cortex	UBERON:0000411
UBERON:0014388	kidney collecting duct epithelium	UBERON:0001232|UBERON:0004211
UBERON:0014390	muscle layer of ileum	UBERON:0002116|UBERON:0011201
UBERON:0014391	palmar/plantar sweat gland	UBERON:0000423
UBERON:0014394	uterine fat pad	UBERON:0000995|UBERON:0003916|UBERON:0005156
UBERON:0014396	interscapular fat pad	UBERON:0003916
UBERON:0014400	hepatic sinusoidal space	UBERON:0001281
UBERON:0014401	renal venous blood vessel	UBERON:0002113|UBERON:0003517
UBERON:0014454	visceral abdominal adipose tissue	UBERON:0000916|UBERON:0002075|UBERON:0007808
UBERON:0014455	subcutaneous abdominal adipose tissue	UBERON:0000916|UBERON:0002072|UBERON:0002190|UBERON:0007808
UBERON:0014464	renal fat pad	UBERON:0002113|UBERON:0003427
UBERON:0014468	ansoparamedian fissure of cerebellum	UBERON:0002037|UBERON:0003980
UBERON:0014471	primary fissure of cerebellum	UBERON:0002037|UBERON:0003980
UBERON:0014473	precentral fissure of cerebellum	UBERON:0002131|UBERON:0003980
UBERON:0014474	postcentral fissure of cerebellum	UBERON:0002037|UBERON:0003980
UBERON:0014478	rib skeletal system	UBERON:0000075|UBERON:0011138
UBERON:0014481	sex skin	UBERON:0000014
UBERON:0014482	ischial callosity	UBERON:8480024
UBERON:0014510	lamina of omasum	UBERON:0004923|UBERON:0007362
UBERON:0014537	periamygdaloid cortex	UBERON:0000956|UBERON:0002616
UBERON:0014538	subdivision of spinal cord central canal	UBERON:0002291|UBERON:0004111
UBERON:0014539	precommissural fornix of forebrain	UBERON:0000052
UBERON:0014540	white matter lamina of cerebellum	UBERON:0002037
UBERON:0014541	thoracic division of spinal cord central canal	UBERON:0003038|UBERON:0014538
UBERON:0014542	cervical division of cord spinal central canal	UBERON:0002726|UBERON:0014538
UBERON:0014543	lumbar division of spinal cord central canal	UBERON:0002792|UBERON:0014538
UBERON:0014547	sacral division of spinal cord central canal	UBERON:0005843|UBERON:0014538
UBERON:0014548	pyramidal layer of CA1	UBERON:0002313|UBERON:0035786
UBERON:0014549	pyramidal layer of CA2	UBERON:0002313|UBERON:0035787
UBERON:0014550	pyramidal layer of CA3	UBERON:0002313|UBERON:0035788
UBERON:0014551	CA2 stratum oriens	UBERON:0005371|UBERON:0035787
UBERON:0014552	CA1 stratum oriens	UBERON:0005371|UBERON:0035786
UBERON:0014553	CA3 stratum oriens	UBERON:0005371|UBERON:0035788
UBERON:0014554	CA1 stratum radiatum	UBERON:0005372|UBERON:0035786
UBERON:0014555	CA2 stratum radiatum	UBERON:0005372|UBERON:0035787
UBERON:0014556	CA3 stratum radiatum	UBERON:0005372|UBERON:0035788
UBERON:0014557	CA1 stratum lacunosum moleculare	UBERON:0007640|UBERON:0035786
UBERON:0014558	CA2 stratum lacunosum moleculare	UBERON:0007640|UBERON:0035787
UBERON:0014559	CA3 stratum lacunosum moleculare	UBERON:0007640|UBERON:0035788
UBERON:0014560	CA3 stratum lucidum	UBERON:0003883|UBERON:0007637|UBERON:0014567
UBERON:0014567	layer of hippocampal field	UBERON:0002305
UBERON:0014570	CA1 alveus	UBERON:0007639|UBERON:0035786
UBERON:0014571	CA3 alveus	UBERON:0007639|UBERON:0035788
UBERON:0014607	thoracic spinal cord lateral horn	UBERON:0003038|UBERON:0004676
UBERON:0014608	inferior occipital gyrus	UBERON:0002021|UBERON:0014640
UBERON:0014609	thoracic spinal cord dorsal horn	UBERON:0002256|UBERON:0003038
UBERON:0014610	thoracic spinal cord ventral horn	UBERON:0002257|UBERON:0003038
UBERON:0014611	apex of thoracic spinal cord dorsal horn	UBERON:0014609
UBERON:0014612	substantia gelatinosa of thoracic spinal cord dorsal horn	UBERON:0002181|UBERON:0014609
UBERON:0014613	cervical spinal cord gray matter	UBERON:0002315|UBERON:0002726
UBERON:0014614	cervical spinal cord white matter	UBERON:0002318|UBERON:0002726
UBERON:0014618	middle frontal sulcus	UBERON:0001870|UBERON:0014639
UBERON:0014619	cervical spinal cord lateral horn	UBERON:0002726|UBERON:0004676
UBERON:0014620	cervical spinal cord dorsal horn	UBERON:0002256|UBERON:0002726
UBERON:0014621	cervical spinal cord ventral horn	UBERON:0002257|UBERON:0002726
UBERON:0014622	apex of cervical spinal cord dorsal horn	UBERON:0014620
UBERON:0014623	substantia gelatinosa of cervical spinal cord dorsal horn	UBERON:0002181|UBERON:0014620
UBERON:0014630	ventral gray commissure of spinal cord	UBERON:0002315|UBERON:0004677
UBERON:0014631	dorsal gray commissure of spinal cord	UBERON:0002315|UBERON:0004677
UBERON:0014632	apex of lumbar spinal cord dorsal horn	UBERON:0014638
UBERON:0014633	substantia gelatinosa of lumbar spinal cord dorsal horn	UBERON:0002181|UBERON:0014638
UBERON:0014636	thoracic spinal cord gray matter	UBERON:0002315|UBERON:0003038
UBERON:0014637	thoracic spinal cord white matter	UBERON:0002318|UBERON:0003038
UBERON:0014638	lumbar spinal cord dorsal horn	UBERON:0002256|UBERON:0002792
UBERON:0014639	frontal sulcus	UBERON:0001870
UBERON:0014640	occipital gyrus	UBERON:0000200|UBERON:0002021
UBERON:0014642	vestibulocerebellum	UBERON:0002037|UBERON:0002616
UBERON:0014643	spinocerebellum	UBERON:0002037|UBERON:0002616
UBERON:0014644	cerebrocerebellum	UBERON:0002245|UBERON:0002749
UBERON:0014647	hemisphere part of cerebellar anterior lobe	UBERON:0002131|UBERON:0002245|UBERON:0002749
UBERON:0014648	hemisphere part of cerebellar posterior lobe	UBERON:0002245|UBERON:0002749|UBERON:0004002
UBERON:0014693	inferior alveolar artery	UBERON:0009654
UBERON:0014694	posterior auricular artery	UBERON:0009655|UBERON:0035398
UBERON:0014695	deep auricular artery	UBERON:0009655
UBERON:0014696	anterior choroidal artery	UBERON:0013151
UBERON:0014697	posterior choroidal artery	UBERON:0001636|UBERON:0004573|UBERON:0013151|UBERON:0035508
UBERON:0014726	intercalated duct of pancreas	UBERON:0001264
UBERON:0014730	osteon	UBERON:0000064|UBERON:0001439|UBERON:0002481
UBERON:0014731	haversian canal	UBERON:0014730
UBERON:0014734	allocortex	UBERON:0000956|UBERON:0002616
UBERON:0014735	paleocortex	UBERON:0000956|UBERON:0014734
UBERON:0014736	periallocortex	UBERON:0000956|UBERON:0002616
UBERON:0014770	palpebral artery	UBERON:0000033|UBERON:0001637
UBERON:0014772	lateral palpebral artery	UBERON:0014770
UBERON:0014773	medial palpebral artery	UBERON:0014770
UBERON:0014779	liver reticuloendothelial system	UBERON:0002107
UBERON:0014849	hemotrichorial placental membrane	UBERON:0009002
UBERON:0014850	hemomonochorial placental membrane	UBERON:0009002
UBERON:0014851	chorda tendinea of left ventricle	UBERON:0002084|UBERON:0005994
UBERON:0014852	chorda tendinea of right ventricle	UBERON:0002080|UBERON:0005994
UBERON:0014853	commissural leaflet of mitral valve	UBERON:0007151
UBERON:0014854	anterior leaflet of mitral valve	UBERON:0007151
UBERON:0014855	posterior leaflet of mitral valve	UBERON:0002135|UBERON:0007151
UBERON:0014889	left hemisphere of cerebellum	UBERON:0002245
UBERON:0014890	right hemisphere of cerebellum	UBERON:0002245
UBERON:0014892	skeletal muscle organ, vertebrate	UBERON:0001630|UBERON:0018254	muscle
UBERON:0014918	retrosplenial granular cortex	UBERON:0002616|UBERON:0013531
UBERON:0014931	periungual skin	UBERON:0015249
UBERON:0014935	cerebral cortex marginal layer	UBERON:0014950
UBERON:0014936	cerebral cortex ventricular layer	UBERON:0014950
UBERON:0014940	cerebral cortex subventricular zone	UBERON:0014950
UBERON:0014950	layer of developing cerebral cortex	UBERON:0000956|UBERON:0005423
UBERON:0014951	proisocortex	UBERON:0001950|UBERON:0002616
UBERON:0015019	rib endochondral element	UBERON:0010363|UBERON:0014478
UBERON:0015125	anterior internodal tract	UBERON:0002350|UBERON:0009966
UBERON:0015126	middle internodal tract	UBERON:0009966
UBERON:0015127	posterior internodal tract	UBERON:0009966
UBERON:0015128	subepicardial layer of epicardium	UBERON:0002348
UBERON:0015129	epicardial fat	UBERON:0015128|UBERON:0035814
UBERON:0015130	connective tissue of prostate gland	UBERON:0002367|UBERON:0005156|UBERON:0011822
UBERON:0015131	subepithelial connective tissue of prostatic gland	UBERON:0015130
UBERON:0015139	infundibulum of gallbladder	UBERON:0000064|UBERON:0002110
UBERON:0015142	falciform fat	UBERON:0001247|UBERON:0003427|UBERON:0015143
UBERON:0015143	mesenteric fat pad	UBERON:0002095|UBERON:0003916	mesenteric fat depot
UBERON:0015144	autopod hair	UBERON:0037459
UBERON:0015145	pes hair	UBERON:0015144
UBERON:0015146	manus hair	UBERON:0015144
UBERON:0015147	pinna hair	UBERON:0022279
UBERON:0015148	tail hair	UBERON:0001037
UBERON:0015149	ventral hair	UBERON:0001037
UBERON:0015150	dorsal hair	UBERON:0001037|UBERON:0001137
UBERON:0015156	terminal branch of ophthalmic artery	UBERON:0001637
UBERON:0015157	zygomatico-orbital artery	UBERON:0001637
UBERON:0015158	ophthalmotemporal branch of external ophthalmic artery	UBERON:0001637
UBERON:0015160	supraorbital artery	UBERON:0001637
UBERON:0015171	uterine spiral artery	UBERON:0001295|UBERON:0001637|UBERON:0015172
UBERON:0015172	endometrial blood vessel	UBERON:0001295|UBERON:0001981|UBERON:0005156
UBERON:0015173	helicine branch of uterine artery	UBERON:0001296|UBERON:0015177
UBERON:0015174	helicine artery of penis	UBERON:0015177
UBERON:0015177	helicine artery	UBERON:0000990|UBERON:0001637|UBERON:0005156
UBERON:0015203	non-connected functional system	UBERON:0034923
UBERON:0015204	glandular system	UBERON:0015203
UBERON:0015212	lateral structure	UBERON:0000061|UBERON:0000465
UBERON:0015224	interventricular foramen intermedium	UBERON:0004111|UBERON:0004153
UBERON:0015225	atrial foramen intermedium	UBERON:0004111|UBERON:0004159
UBERON:0015226	bulbar spiral septum	UBERON:0000948|UBERON:0002099
UBERON:0015228	circulatory organ	UBERON:0001009|UBERON:0003103
UBERON:0015247	bifurcation of trachea	UBERON:0000064|UBERON:0003126
UBERON:0015249	digit skin	UBERON:0015790
UBERON:0015251	modified sebaceous gland	UBERON:0001821
UBERON:0015252	coat hair follicle	UBERON:0002073
UBERON:0015280	pancreas left lobe	UBERON:0007324|UBERON:0015212
UBERON:0015281	pancreas right lobe	UBERON:0007324|UBERON:0015212
UBERON:0015350	saphenous artery	UBERON:0001637
UBERON:0015410	heart plus pericardium	UBERON:0004535|UBERON:0005178
UBERON:0015420	ureteral valve	UBERON:0000056
UBERON:0015454	pancreatic fat pad	UBERON:0001264|UBERON:0003916
UBERON:0015455	accessory hepatic vein	UBERON:0001143
UBERON:0015458	mediastinal fat pad	UBERON:0003916
UBERON:0015474	axilla skin	UBERON:0009472|UBERON:8480025
UBERON:0015476	nose skin	UBERON:1000021
UBERON:0015477	axillary fat pad	UBERON:0003916|UBERON:0009472
UBERON:0015479	scrotum skin	UBERON:8480029
UBERON:0015480	proper hepatic artery	UBERON:0001193
UBERON:0015481	left hepatic artery	UBERON:0001115|UBERON:0001193|UBERON:0015796
UBERON:0015482	right hepatic artery	UBERON:0001114|UBERON:0001193|UBERON:0015796
UBERON:0015484	epidermis of metapodial pad	UBERON:0008838|UBERON:0009200|UBERON:0019204
UBERON:0015593	frontal gyrus	UBERON:0000200|UBERON:0001870
UBERON:0015790	autopod skin	UBERON:0001419
UBERON:0015792	prostate gland dorsal lobe	UBERON:0001328|UBERON:0008808
UBERON:0015793	induseum griseum	UBERON:0002421|UBERON:0002665
UBERON:0015794	left lung lobar bronchus epithelium	UBERON:0002339|UBERON:0003365|UBERON:0003405
UBERON:0015795	right lung lobar bronchus epitheium	UBERON:0002339|UBERON:0003364|UBERON:0003404
UBERON:0015796	liver blood vessel	UBERON:0002107
UBERON:0015800	taenia tectum of brain	UBERON:0002665
UBERON:0015828	cerebellum ventricular layer	UBERON:0004130
UBERON:0015834	duodenum lamina propria	UBERON:0000320|UBERON:0001238|UBERON:0002114|UBERON:0008342
UBERON:0015873	heel skin	UBERON:0001512
UBERON:0015886	root of nail	UBERON:0000479|UBERON:0001705
UBERON:0016400	infrapatellar fat pad	UBERON:0001465|UBERON:0003916
UBERON:0016405	pulmonary capillary	UBERON:0002048|UBERON:0003512
UBERON:0016410	male breast	UBERON:0000310|UBERON:0003101
UBERON:0016413	medullary cavity of long bone	UBERON:0002484
UBERON:0016422	compact bone of long bone	UBERON:0001439|UBERON:0005808
UBERON:0016423	compact bone of diaphysis	UBERON:0001439|UBERON:0005808
UBERON:0016446	hair of head	UBERON:0000033|UBERON:0001037
UBERON:0016447	hair of trunk	UBERON:0001037|UBERON:0002100
UBERON:0016462	periorbital skin	UBERON:1000021
UBERON:0016475	skin of forehead	UBERON:1000021
UBERON:0016478	liver stroma	UBERON:0002107
UBERON:0016479	capsule of liver	UBERON:0002107
UBERON:0016480	interlobular stroma of liver	UBERON:0016478
UBERON:0016499	esophageal-pneumatic duct sphincter	UBERON:0001043|UBERON:0007652
UBERON:0016500	muscularis mucosa of fundus of urinary bladder	UBERON:0006082|UBERON:0006912
UBERON:0016501	muscularis mucosae of fundus of stomach	UBERON:0001160|UBERON:0001203|UBERON:0004994
UBERON:0016502	stomach fundus lumen	UBERON:0001160
UBERON:0016509	cavity of right ventricle	UBERON:0002080|UBERON:0035763
UBERON:0016511	lamina propria of fundus of stomach	UBERON:0004994|UBERON:8600138
UBERON:0016512	lumen of duodenum	UBERON:0002114
UBERON:0016513	cavity of left atrium	UBERON:0002079|UBERON:0035763
UBERON:0016514	cavity of left ventricle	UBERON:0002084|UBERON:0035763
UBERON:0016517	lumen of jejunum	UBERON:0002115
UBERON:0016519	muscularis mucosae of jejunum	UBERON:0000399|UBERON:0001210|UBERON:0002115
UBERON:0016522	cavity of right atrium	UBERON:0002078|UBERON:0035763
UBERON:0016529	cortex of cerebral lobe	UBERON:0001950|UBERON:0005401
UBERON:0016530	parietal cortex	UBERON:0016529
UBERON:0016535	white matter of occipital lobe	UBERON:0002021
UBERON:0016538	temporal cortex	UBERON:0016529
UBERON:0016540	occipital cortex	UBERON:0002021|UBERON:0016529
UBERON:0016542	limbic cortex	UBERON:0016529
UBERON:0016548	central nervous system gray matter layer	UBERON:0022303
UBERON:0016550	spinal cord column	UBERON:0002240|UBERON:0011215
UBERON:0016551	subdivision of spinal cord ventral column	UBERON:0005375|UBERON:0016550
UBERON:0016565	cerebral blood vessel	UBERON:0002037
UBERON:0016570	lamina of gray matter of spinal cord	UBERON:0002315|UBERON:0011215|UBERON:0022303
UBERON:0016574	lamina III of gray matter of spinal cord	UBERON:0016570|UBERON:0016610
UBERON:0016575	lamina IV of gray matter of spinal cord	UBERON:0016570|UBERON:0016610
UBERON:0016576	lamina V of gray matter of spinal cord	UBERON:0016570|UBERON:0016610
UBERON:0016577	lamina VI of gray matter of spinal cord	UBERON:0002256|UBERON:0016570
UBERON:0016578	lamina VII of gray matter of spinal cord	UBERON:0002257|UBERON:0016570
UBERON:0016579	lamina VIII of gray matter of spinal cord	UBERON:0002257|UBERON:0016570|UBERON:0034771
UBERON:0016580	lamina IX of gray matter of spinal cord	UBERON:0002257|UBERON:0016570
UBERON:0016610	nucleus proprius of spinal cord	UBERON:0002256|UBERON:0002315
UBERON:0016632	isthmus of fallopian tube	UBERON:0003889|UBERON:0013515
UBERON:0016634	premotor cortex	UBERON:0000956|UBERON:0002616
UBERON:0016636	supplemental motor cortex	UBERON:0000955|UBERON:0000956|UBERON:0002616
UBERON:0016850	nucleus of phrenic nerve	UBERON:0011777
UBERON:0016852	skin scent gland	UBERON:0002097|UBERON:0002419
UBERON:0016853	interdigital gland	UBERON:0016852
UBERON:0016887	entire extraembryonic component	UBERON:0000481|UBERON:0004716
UBERON:0016890	intrahepatic branch of portal vein	UBERON:0002107|UBERON:0015796
UBERON:0016915	vermilion	UBERON:0000014|UBERON:0000165
UBERON:0016918	upper vermilion	UBERON:0016915|UBERON:0018151
UBERON:0016919	lower vermilion	UBERON:0016915|UBERON:0018150
UBERON:0017258	placentome of cotyledonary placenta	UBERON:0001987|UBERON:0005156
UBERON:0017259	placental caruncle	UBERON:0000478|UBERON:0017258
UBERON:0017616	afferent spiracular artery	UBERON:0001637
UBERON:0017617	efferent spiracular artery	UBERON:0001637
UBERON:0017626	transverse folds of rectum	UBERON:0000064|UBERON:0001052
UBERON:0017627	rectal valve	UBERON:0001052
UBERON:0017672	abdominal viscera	UBERON:0000916|UBERON:0002075|UBERON:0005172
UBERON:0018111	muscle layer of rectum	UBERON:0001052
UBERON:0018112	rectum smooth muscle tissue	UBERON:0001052
UBERON:0018113	left kidney interstitium	UBERON:0004538|UBERON:0005215
UBERON:0018114	right kidney interstitium	UBERON:0004539|UBERON:0005215
UBERON:0018115	left renal pelvis	UBERON:0001223|UBERON:0001224
UBERON:0018116	right renal pelvis	UBERON:0001222|UBERON:0001224
UBERON:0018117	left renal cortex interstitium	UBERON:0004538|UBERON:0005270|UBERON:0018113
UBERON:0018118	right renal cortex interstitium	UBERON:0004539|UBERON:0005270|UBERON:0018114
UBERON:0018119	left renal medulla interstitium	UBERON:0004538|UBERON:0005211|UBERON:0018113
UBERON:0018120	right renal medulla interstitium	UBERON:0004539|UBERON:0005211|UBERON:0018114
UBERON:0018131	periovarian fat pad	UBERON:0000992|UBERON:0003428
UBERON:0018132	tail fat pad	UBERON:0003916
UBERON:0018134	rugal fold of scrotum	UBERON:0015479
UBERON:0018150	skin of lower lip	UBERON:0001458
UBERON:0018151	skin of upper lip	UBERON:0001458
UBERON:0018226	pulmonary part of lymphatic system	UBERON:0002048|UBERON:0006558|UBERON:0011216
UBERON:0018227	pulmonary lymphatic vessel	UBERON:0002048|UBERON:0018226
UBERON:0018231	labyrinthine artery	UBERON:0001637
UBERON:0018232	axillary sweat gland	UBERON:0000382|UBERON:0009472
UBERON:0018233	gland of Zeis	UBERON:0013231
UBERON:0018234	stroma of pancreas	UBERON:0001264
UBERON:0018235	capsule of pancreas	UBERON:0001264
UBERON:0018243	thymic artery	UBERON:0001637
UBERON:0018244	superficial cervical thymus	UBERON:0009114
UBERON:0018245	deep cervical thymus	UBERON:0009114
UBERON:0018247	cervical thymic artery	UBERON:0018243
UBERON:0018248	inferior superficial cervical thymic artery	UBERON:0018247
UBERON:0018249	superior superficial cervical thymic artery	UBERON:0018247
UBERON:0018250	middle thyroid artery	UBERON:0003847|UBERON:0035398
UBERON:0018254	skeletal musculature	UBERON:0000061|UBERON:0000383
UBERON:0018255	jejunal artery	UBERON:0001637
UBERON:0018262	dorsal zone of medial entorhinal cortex	UBERON:0000064|UBERON:0007224
UBERON:0018263	ventral zone of medial entorhinal cortex	UBERON:0002616|UBERON:0007224
UBERON:0018268	type 1 adrenal tissue	UBERON:0018303
UBERON:0018269	type 2 adrenal tissue	UBERON:0018303
UBERON:0018270	type 3 adrenal tissue	UBERON:0018303
UBERON:0018271	type 4 adrenal tissue	UBERON:0018303
UBERON:0018278	epidermal egg tooth	UBERON:0001003
UBERON:0018303	adrenal tissue	UBERON:0000479|UBERON:0002369
UBERON:0018309	central figure of scute	UBERON:0000061|UBERON:0008201
UBERON:0018310	cephalic dermal scale	UBERON:0000033|UBERON:0007380
UBERON:0018317	dorsal osteoderm	UBERON:0001137|UBERON:0008201
UBERON:0018335	lateral dorsal aorta canal	UBERON:0004573
UBERON:0018397	posterior superior alveolar artery	UBERON:0001637
UBERON:0018538	breast feather	UBERON:0000310
UBERON:0018540	breast feather tract	UBERON:0000310
UBERON:0018545	nucleus of the bulbocavernosus	UBERON:0002257|UBERON:0011777
UBERON:0018649	cardiac muscle tissue of ventricle	UBERON:0001083|UBERON:0002082|UBERON:0004493
UBERON:0018674	heart vasculature	UBERON:0000948
UBERON:0018707	bladder organ	UBERON:0000489|UBERON:0009856
UBERON:0019143	intramuscular adipose tissue	UBERON:0001013|UBERON:0014892
UBERON:0019189	carotid artery endothelium	UBERON:0001917|UBERON:0005396
UBERON:0019190	mucous gland of lung	UBERON:0002048|UBERON:0005181
UBERON:0019196	iliac artery endothelium	UBERON:0001917|UBERON:0005609
UBERON:0019200	skin of anterior chest	UBERON:0001868
UBERON:0019204	skin epithelium	UBERON:0000014
UBERON:0019243	skin crease	UBERON:0000014
UBERON:0019246	palmar skin crease	UBERON:0019243
UBERON:0019247	plantar skin crease	UBERON:0019243
UBERON:0019254	upper eyelash	UBERON:0001702|UBERON:0010171
UBERON:0019255	lower eyelash	UBERON:0001702|UBERON:0010171
UBERON:0019264	gray matter of forebrain	UBERON:0001890|UBERON:0003528
UBERON:0019278	inferior rostral gyrus	UBERON:0002616|UBERON:0019280
UBERON:0019279	superior rostral gyrus	UBERON:0002616|UBERON:0019280
UBERON:0019280	rostral gyrus	UBERON:0000200
UBERON:0019283	lateral longitudinal stria	UBERON:0002665
UBERON:0019303	occipital sulcus	UBERON:0002021
UBERON:0022230	retrohippocampal region	UBERON:0000481|UBERON:0002421|UBERON:0002616
UBERON:0022232	secondary visual cortex	UBERON:0000411|UBERON:0002021|UBERON:8440011
UBERON:0022234	medial longitudinal stria	UBERON:0002665
UBERON:0022244	anterior orbital gyrus	UBERON:0007193
UBERON:0022252	precentral sulcus	UBERON:0014639
UBERON:0022275	colic flexure	UBERON:0000064|UBERON:0001155
UBERON:0022276	splenic flexure of colon	UBERON:0022275
UBERON:0022277	hepatic flexure of colon	UBERON:0022275
UBERON:0022278	nucleus of pudendal nerve	UBERON:0002257|UBERON:0005853|UBERON:0011777
UBERON:0022279	strand of hair on external ear	UBERON:0016446
UBERON:0022280	epithelium of crypt of Lieberkuhn of small intestine	UBERON:0001241|UBERON:0001902
UBERON:0022285	strand of tylotrich hair	UBERON:0001037
UBERON:0022292	splenic arteriole	UBERON:0002106
UBERON:0022303	nervous system cell part layer	UBERON:0001016|UBERON:0005162
UBERON:0022315	primary motor cortex layer 5	UBERON:0001384|UBERON:0002301|UBERON:0005394|UBERON:0022303
UBERON:0022316	primary motor cortex layer 6	UBERON:0001384|UBERON:0002301|UBERON:0005395|UBERON:0022303
UBERON:0022317	olfactory cortex layer 1	UBERON:0002894|UBERON:0011215|UBERON:0022303
UBERON:0022318	olfactory cortex layer 2	UBERON:0002894|UBERON:0011215|UBERON:0022303
UBERON:0022323	entorhinal cortex layer 4	UBERON:0002728|UBERON:0011215|UBERON:0022303
UBERON:0022325	entorhinal cortex layer 5	UBERON:0002728|UBERON:0011215|UBERON:0022303
UBERON:0022327	entorhinal cortex layer 3	UBERON:0002728|UBERON:0011215|UBERON:0022303
UBERON:0022329	entorhinal cortex layer 6	UBERON:0002728|UBERON:0011215|UBERON:0022303
UBERON:0022336	entorhinal cortex layer 1	UBERON:0002728|UBERON:0011215|UBERON:0022303
UBERON:0022337	entorhinal cortex layer 2	UBERON:0002728|UBERON:0011215|UBERON:0022303
UBERON:0022340	piriform cortex layer 2a	UBERON:0011215|UBERON:0014280|UBERON:0022303
UBERON:0022341	piriform cortex layer 2b	UBERON:0011215|UBERON:0014280|UBERON:0022303
UBERON:0022346	dentate gyrus molecular layer middle	UBERON:0002304|UBERON:0004679|UBERON:0022303
UBERON:0022347	dentate gyrus molecular layer inner	UBERON:0002304|UBERON:0004679|UBERON:0022303
UBERON:0022348	dentate gyrus granule cell layer inner blade	UBERON:0002304|UBERON:0005381|UBERON:0022303
UBERON:0022349	dentate gyrus granule cell layer outer blade	UBERON:0002304|UBERON:0005381|UBERON:0022303
UBERON:0022350	visceral serous membrane	UBERON:0000042|UBERON:0004923
UBERON:0022352	medial orbital frontal cortex	UBERON:0002616|UBERON:0004167
UBERON:0022353	posterior cingulate cortex	UBERON:0000955|UBERON:0002616|UBERON:0003027
UBERON:0022355	basal layer of endometrium	UBERON:0004811
UBERON:0022356	outer layer of endometrium	UBERON:0004811
UBERON:0022357	mesentery of ileum	UBERON:0001170|UBERON:0002116
UBERON:0022358	placenta blood vessel	UBERON:0001981|UBERON:0001987|UBERON:0005156
UBERON:0022364	occipital fusiform gyrus	UBERON:0002616|UBERON:0002766
UBERON:0022367	inferior lateral occipital cortex	UBERON:0002616|UBERON:0006114
UBERON:0022368	superior lateral occipital cortex	UBERON:0002616|UBERON:0006114
UBERON:0022383	anterior parahippocampal gyrus	UBERON:0002616|UBERON:0002973
UBERON:0022394	posterior parahippocampal white matter	UBERON:0002657
UBERON:0022395	temporal fusiform gyrus	UBERON:0002616|UBERON:0002766
UBERON:0022396	anterior temporal fusiform gyrus	UBERON:0002616|UBERON:0002766
UBERON:0022397	posterior temporal fusiform gyrus	UBERON:0002616|UBERON:0002766
UBERON:0022398	paracingulate gyrus	UBERON:0000956|UBERON:0002616
UBERON:0022428	cingulate cortex cingulum	UBERON:0003027
UBERON:0022430	hippocampus cortex cingulum	UBERON:0001954
UBERON:0022438	rostral anterior cingulate cortex	UBERON:0002616|UBERON:0009835
UBERON:0022453	olfactory entorhinal cortex	UBERON:0002616|UBERON:0002728|UBERON:0002894
UBERON:0022469	primary olfactory cortex	UBERON:0002616|UBERON:0002894
UBERON:0022716	lateral orbital frontal cortex	UBERON:0002616|UBERON:0004167
UBERON:0023462	superficial feature part of occipital lobe	UBERON:0002021|UBERON:0002616
UBERON:0023787	subicular complex	UBERON:0000955|UBERON:0002421|UBERON:0002616
UBERON:0023836	gross anatomical parts of the cerebellum	UBERON:0002037|UBERON:0002616
UBERON:0023852	temporoparietal junction	UBERON:0000955|UBERON:0000956|UBERON:0002616
UBERON:0023859	primary somatosensory cortex layer 6	UBERON:0002301|UBERON:0008933
UBERON:0023861	planum polare	UBERON:0000955|UBERON:0002616|UBERON:0002769
UBERON:0023867	islands of Calleja of olfactory tubercle	UBERON:0000955|UBERON:0001883|UBERON:0002616
UBERON:0023900	piriform cortex layer 1a	UBERON:0011215|UBERON:0014277|UBERON:0022303
UBERON:0023901	piriform cortex layer 1b	UBERON:0011215|UBERON:0014277|UBERON:0022303
UBERON:0023932	Sommer's sector	UBERON:0002421|UBERON:0002616
UBERON:0023936	perirhinal cortex of Burwell et al 1995	UBERON:0006083
UBERON:0023998	cerebellum hemispheric lobule II	UBERON:0002131|UBERON:0004003|UBERON:0014647
UBERON:0023999	cerebellum hemispheric lobule III	UBERON:0002131|UBERON:0004003|UBERON:0014647
UBERON:0024000	cerebellum hemispheric lobule IV	UBERON:0002131|UBERON:0004003|UBERON:0014647
UBERON:0024001	cerebellum hemispheric lobule V	UBERON:0002131|UBERON:0004003|UBERON:0014647
UBERON:0024003	cerebellum hemispheric lobule VII	UBERON:0004003
UBERON:0024009	cerebellum hemispheric lobule X	UBERON:0003012|UBERON:0004003|UBERON:0027331
UBERON:0024037	vermis of the flocculonodular lobe of the cerebellum	UBERON:0004720
UBERON:0024045	white matter of the cerebellar cortex	UBERON:0002129
UBERON:0024046	superficial feature part of the cerebellum	UBERON:0002037|UBERON:0002616
UBERON:0025096	superior calcarine sulcus	UBERON:0002021|UBERON:0019303
UBERON:0025102	inferior occipital sulcus	UBERON:0002021|UBERON:0019303
UBERON:0025103	inferior calcarine sulcus	UBERON:0002021|UBERON:0019303
UBERON:0025104	ectocalcarine sulcus	UBERON:0002021|UBERON:0019303
UBERON:0025581	perirhinal cortex of primate of Burwell et al 1995	UBERON:0023936
UBERON:0025584	perirhinal cortex of rodent of Burwell et al 1995	UBERON:0000956|UBERON:0023936
UBERON:0025677	paravermis parts of the cerebellar cortex	UBERON:0002749|UBERON:0004006
UBERON:0026137	annectant gyrus	UBERON:0002021|UBERON:0014640
UBERON:0026246	sacral spinal cord white matter	UBERON:0002318|UBERON:0005843
UBERON:0026293	thoracic spinal cord gray commissure	UBERON:0003038|UBERON:0014631|UBERON:0014636
UBERON:0026386	lumbar spinal cord white matter	UBERON:0002318|UBERON:0002792
UBERON:0026725	angular sulcus	UBERON:0002686
UBERON:0026765	Hadjikhani et al. (1998) visuotopic partition scheme region	UBERON:0002021|UBERON:0002616
UBERON:0026775	Tootell and Hadjikhani (2001) LOC/LOP complex	UBERON:0002021|UBERON:0002616
UBERON:0026776	Press, Brewer, Dougherty, Wade and Wandell (2001) visuotopic area V7	UBERON:0002021|UBERON:0002616
UBERON:0027061	isthmus of cingulate cortex	UBERON:0002616|UBERON:0003027
UBERON:0027285	paravermis lobule area	UBERON:0004003|UBERON:0004004|UBERON:0025677
UBERON:0027309	paravermis of the posterior lobe of the cerebellum	UBERON:0025677
UBERON:0027310	paravermis of the anterior lobe of the cerebellum	UBERON:0025677
UBERON:0027331	flocculonodular lobe, hemisphere portion	UBERON:0002245|UBERON:0002749|UBERON:0003012
UBERON:0028395	calcarine sulcus (dorsal)	UBERON:0002586
UBERON:0028396	calcarine sulcus (ventral)	UBERON:0002586
UBERON:0028398	Hadjikhani et al. (1998) visuotopic area V1d	UBERON:0026765
UBERON:0028399	Hadjikhani et al. (1998) visuotopic area V1v	UBERON:0026765
UBERON:0028401	Hadjikhani et al. (1998) visuotopic area V2v	UBERON:0026765
UBERON:0028402	Hadjikhani et al. (1998) visuotopic area V3	UBERON:0026765
UBERON:0028403	Hadjikhani et al. (1998) visuotopic area V3A	UBERON:0026765
UBERON:0028404	Hadjikhani et al. (1998) visuotopic area VP	UBERON:0026765
UBERON:0028405	Hadjikhani et al. (1998) visuotopic area V4v	UBERON:0026765
UBERON:0028406	Hadjikhani et al. (1998) visuotopic area V8	UBERON:0026765
UBERON:0028715	caudal anterior cingulate cortex	UBERON:0002616|UBERON:0009835
UBERON:0028918	paravermic lobule II	UBERON:0027285
UBERON:0028919	paravermic lobule III	UBERON:0027285
UBERON:0028920	paravermic lobule IV	UBERON:0027285
UBERON:0028921	paravermic lobule IX	UBERON:0027285
UBERON:0028922	paravermic lobule V	UBERON:0027285
UBERON:0028923	paravermic lobule VI	UBERON:0027285
UBERON:0028924	paravermic lobule VII	UBERON:0027285
UBERON:0028925	paravermic lobule VIII	UBERON:0027285
UBERON:0029503	sacral spinal cord gray matter	UBERON:0002315|UBERON:0005843
UBERON:0029538	sacral spinal cord lateral horn	UBERON:0004676|UBERON:0005843|UBERON:0029503
UBERON:0029626	cervical spinal cord gray commissure	UBERON:0002726|UBERON:0014613|UBERON:0014631
UBERON:0029636	lumbar spinal cord gray matter	UBERON:0002315|UBERON:0002792
UBERON:0030276	lumbar spinal cord ventral horn	UBERON:0002257|UBERON:0002792|UBERON:0029636
UBERON:0030649	cytoarchitecture of entorhinal cortex	UBERON:0002616|UBERON:0002728
UBERON:0031111	sacral spinal cord gray commissure	UBERON:0005843|UBERON:0014631|UBERON:0029503
UBERON:0031906	lumbar spinal cord lateral horn	UBERON:0002792|UBERON:0004676|UBERON:0029636
UBERON:0032748	sacral spinal cord ventral horn	UBERON:0002257|UBERON:0005843|UBERON:0029503
UBERON:0033483	lumbar spinal cord gray commissure	UBERON:0002792|UBERON:0014631|UBERON:0029636
UBERON:0033939	sacral spinal cord dorsal horn	UBERON:0002256|UBERON:0005843|UBERON:0029503
UBERON:0034693	cremasteric artery	UBERON:0001354|UBERON:0001637
UBERON:0034697	inflow tract	UBERON:0000948|UBERON:0004111
UBERON:0034698	inflow tract of ventricle	UBERON:0034697
UBERON:0034699	inflow tract of atrium	UBERON:0034697
UBERON:0034703	inflow tract of right ventricle	UBERON:0002080|UBERON:0034698
UBERON:0034704	inflow tract of left ventricle	UBERON:0002084|UBERON:0034698
UBERON:0034708	cerebellum marginal layer	UBERON:0002037
UBERON:0034711	cortical preplate	UBERON:0014950
UBERON:0034720	head taste bud	UBERON:0001084
UBERON:0034724	esophageal taste bud	UBERON:0001043|UBERON:0013765
UBERON:0034726	trunk taste bud	UBERON:0001085|UBERON:0005177
UBERON:0034727	vestibular bulb artery	UBERON:0001637
UBERON:0034750	visual association cortex	UBERON:0000411|UBERON:8440011
UBERON:0034751	primary auditory cortex	UBERON:0001393|UBERON:0002616
UBERON:0034752	secondary auditory cortex	UBERON:0001393|UBERON:0002616
UBERON:0034762	areolar sweat gland	UBERON:0000382
UBERON:0034765	glabella skin	UBERON:0016475
UBERON:0034771	ventral commissural nucleus of spinal cord	UBERON:0002257|UBERON:0011777
UBERON:0034773	uncus of parahippocampal gyrus	UBERON:0002616|UBERON:0002973
UBERON:0034774	uncal CA1	UBERON:0002616|UBERON:0003881
UBERON:0034775	uncal CA2	UBERON:0002616|UBERON:0003882
UBERON:0034776	uncal CA3	UBERON:0002616|UBERON:0003883
UBERON:0034777	rostral CA1	UBERON:0002616|UBERON:0003881
UBERON:0034778	rostral CA2	UBERON:0002616|UBERON:0003882
UBERON:0034779	rostral CA3	UBERON:0002616|UBERON:0003883
UBERON:0034780	caudal CA1	UBERON:0002616|UBERON:0003881
UBERON:0034781	caudal CA2	UBERON:0002616|UBERON:0003882
UBERON:0034782	caudal CA3	UBERON:0002616|UBERON:0003883
UBERON:0034798	stratum lacunosum-moleculare of caudal CA1	UBERON:0007640|UBERON:0014567|UBERON:0034780
UBERON:0034799	stratum radiatum of caudal CA1	UBERON:0005372|UBERON:0014567|UBERON:0034780
UBERON:0034800	stratum pyramidale of caudal CA1	UBERON:0002313|UBERON:0014567|UBERON:0034780
UBERON:0034801	stratum oriens of caudal CA1	UBERON:0005371|UBERON:0014567|UBERON:0034780
UBERON:0034803	stratum lacunosum-moleculare of caudal CA2	UBERON:0007640|UBERON:0014567|UBERON:0034781
UBERON:0034804	stratum radiatum of caudal CA2	UBERON:0005372|UBERON:0014567|UBERON:0034781
UBERON:0034805	stratum pyramidale of caudal CA2	UBERON:0002313|UBERON:0014567|UBERON:0034781
UBERON:0034806	stratum oriens of caudal CA2	UBERON:0005371|UBERON:0014567|UBERON:0034781
UBERON:0034808	stratum lacunosum-moleculare of caudal CA3	UBERON:0007640|UBERON:0014567|UBERON:0034782
UBERON:0034809	stratum radiatum of caudal CA3	UBERON:0005372|UBERON:0014567|UBERON:0034782
UBERON:0034810	stratum lucidum of caudal CA3	UBERON:0007637|UBERON:0014560|UBERON:0034782
UBERON:0034811	stratum pyramidale of caudal CA3	UBERON:0002313|UBERON:0014567|UBERON:0034782
UBERON:0034812	stratum oriens of caudal CA3	UBERON:0005371|UBERON:0014567|UBERON:0034782
UBERON:0034828	stratum lacunosum-moleculare of rostral CA1	UBERON:0007640|UBERON:0014567|UBERON:0034777
UBERON:0034829	stratum radiatum of rostral CA1	UBERON:0005372|UBERON:0014567|UBERON:0034777
UBERON:0034830	stratum pyramidale of rostral CA1	UBERON:0002313|UBERON:0014567|UBERON:0034777
UBERON:0034831	stratum oriens of rostral CA1	UBERON:0005371|UBERON:0014567|UBERON:0034777
UBERON:0034833	stratum lacunosum-moleculare of rostral CA2	UBERON:0007640|UBERON:0014567|UBERON:0034778
UBERON:0034834	stratum radiatum of rostral CA2	UBERON:0005372|UBERON:0014567|UBERON:0034778
UBERON:0034835	stratum pyramidale of rostral CA2	UBERON:0002313|UBERON:0014567|UBERON:0034778
UBERON:0034836	stratum oriens of rostral CA2	UBERON:0005371|UBERON:0014567|UBERON:0034778
UBERON:0034838	stratum lacunosum-moleculare of rostral CA3	UBERON:0007640|UBERON:0014567|UBERON:0034779
UBERON:0034839	stratum radiatum of rostral CA3	UBERON:0005372|UBERON:0014567|UBERON:0034779
UBERON:0034840	stratum lucidum of rostral CA3	UBERON:0007637|UBERON:0014560|UBERON:0034779
UBERON:0034841	stratum pyramidale of rostral CA3	UBERON:0002313|UBERON:0014567|UBERON:0034779
UBERON:0034842	stratum oriens of rostral CA3	UBERON:0005371|UBERON:0014567|UBERON:0034779
UBERON:0034858	stratum lacunosum-moleculare of uncal CA1	UBERON:0007640|UBERON:0014567|UBERON:0034774
UBERON:0034859	stratum radiatum of uncal CA1	UBERON:0005372|UBERON:0014567|UBERON:0034774
UBERON:0034860	stratum pyramidale of uncal CA1	UBERON:0002313|UBERON:0014567|UBERON:0034774
UBERON:0034861	stratum oriens of uncal CA1	UBERON:0005371|UBERON:0014567|UBERON:0034774
UBERON:0034863	stratum lacunosum-moleculare of uncal CA2	UBERON:0007640|UBERON:0014567|UBERON:0034775
UBERON:0034864	stratum radiatum of uncal CA2	UBERON:0005372|UBERON:0014567|UBERON:0034775
UBERON:0034865	stratum pyramidale of uncal CA2	UBERON:0002313|UBERON:0014567|UBERON:0034775
UBERON:0034866	stratum oriens of uncal CA2	UBERON:0005371|UBERON:0014567|UBERON:0034775
UBERON:0034868	stratum lacunosum-moleculare of uncal CA3	UBERON:0007640|UBERON:0014567|UBERON:0034776
UBERON:0034869	stratum radiatum of uncal CA3	UBERON:0005372|UBERON:0014567|UBERON:0034776
UBERON:0034870	stratum lucidum of uncal CA3	UBERON:0007637|UBERON:0014560|UBERON:0034776
UBERON:0034871	stratum pyramidale of uncal CA3	UBERON:0002313|UBERON:0014567|UBERON:0034776
UBERON:0034872	stratum oriens of uncal CA3	UBERON:0005371|UBERON:0014567|UBERON:0034776
UBERON:0034884	juxtaglomerular arteriole	UBERON:0003644|UBERON:0006544
UBERON:0034888	primary motor cortex layer 1	UBERON:0001384|UBERON:0002301|UBERON:0005390|UBERON:0022303
UBERON:0034889	posterior parietal cortex	UBERON:0002616|UBERON:0016530
UBERON:0034891	insular cortex	UBERON:0002022|UBERON:0016529
UBERON:0034892	granular insular cortex	UBERON:0002616|UBERON:0034891
UBERON:0034893	agranular insular cortex	UBERON:0002616|UBERON:0034891
UBERON:0034903	left atrium endocardium	UBERON:0002079|UBERON:0002166
UBERON:0034923	disconnected anatomical group	UBERON:0000465
UBERON:0034925	anatomical collection	UBERON:0000465
UBERON:0034927	arcuate artery of foot	UBERON:0001637
UBERON:0034929	external soft tissue zone	UBERON:0000475|UBERON:0010000|UBERON:0010314
UBERON:0034944	zone of organ	UBERON:0000064
UBERON:0034964	superficial epigastric artery	UBERON:0001308|UBERON:0004573|UBERON:0006349
UBERON:0034994	hindbrain cortical intermediate zone	UBERON:0002028|UBERON:0004040
UBERON:0034996	outer renal medulla loop of Henle	UBERON:0001293|UBERON:0034997
UBERON:0034997	renal medulla loop of Henle	UBERON:0000362|UBERON:0001288
UBERON:0035013	temporal cortex association area	UBERON:0016538
UBERON:0035024	lateral spinal nucleus	UBERON:0002256|UBERON:0011777
UBERON:0035039	rectal artery	UBERON:0001637
UBERON:0035040	superior rectal artery	UBERON:0001183|UBERON:0004573|UBERON:0035039
UBERON:0035041	deep temporal artery	UBERON:0001632
UBERON:0035042	middle temporal artery	UBERON:0001632
UBERON:0035043	temporal branch of lateral pretrosal artery	UBERON:0001632|UBERON:0004573|UBERON:0014770|UBERON:3010494
UBERON:0035044	olfactory cortex layer 3	UBERON:0002894|UBERON:0011215|UBERON:0022303
UBERON:0035073	duct of eccrine sweat gland	UBERON:0000423
UBERON:0035074	duct of apocrine sweat gland	UBERON:0000382
UBERON:0035153	dorsolateral prefrontal cortex layer 1	UBERON:0005390|UBERON:0009834
UBERON:0035154	dorsolateral prefrontal cortex layer 2	UBERON:0005391|UBERON:0009834
UBERON:0035155	dorsolateral prefrontal cortex layer 3	UBERON:0005392|UBERON:0009834
UBERON:0035156	dorsolateral prefrontal cortex layer 4	UBERON:0005393|UBERON:0009834
UBERON:0035157	dorsolateral prefrontal cortex layer 5	UBERON:0005394|UBERON:0009834
UBERON:0035158	dorsolateral prefrontal cortex layer 6	UBERON:0005395|UBERON:0009834
UBERON:0035165	posterior surface of prostate	UBERON:0035480
UBERON:0035177	abdominal part of esophagus	UBERON:0001043|UBERON:0013522
UBERON:0035180	sigmoid artery	UBERON:0001637
UBERON:0035183	calcarine artery	UBERON:0001637
UBERON:0035186	valve of foramen ovale	UBERON:0004754
UBERON:0035195	plantar metatarsal artery	UBERON:0001538|UBERON:0001637
UBERON:0035201	gastrocolic ligament	UBERON:0005448
UBERON:0035213	basal zone of heart	UBERON:0000948|UBERON:0034944
UBERON:0035216	thoracic part of esophagus	UBERON:0001043|UBERON:0013522
UBERON:0035222	posterior parietal artery	UBERON:0035350
UBERON:0035225	anterior temporal artery	UBERON:0001632|UBERON:0035350
UBERON:0035237	branch of internal carotid artery	UBERON:0005396
UBERON:0035261	posterior temporal artery	UBERON:0001632|UBERON:0035350
UBERON:0035267	neck of gallbladder	UBERON:0001560|UBERON:0002110
UBERON:0035273	superior thoracic artery	UBERON:0001637
UBERON:0035289	axillary tail of breast	UBERON:0000310|UBERON:0000475
UBERON:0035292	branch of posterior tibial artery	UBERON:0001637
UBERON:0035304	branch of ulnar artery	UBERON:0001637
UBERON:0035307	branch of vertebral artery	UBERON:0001637
UBERON:0035310	inferolateral surface of prostate	UBERON:0002367
UBERON:0035316	prostatic capsule	UBERON:0002367|UBERON:0005156
UBERON:0035322	right common iliac artery	UBERON:0001191|UBERON:0015212
UBERON:0035328	upper outer quadrant of breast	UBERON:0035635|UBERON:0035638
UBERON:0035331	base of prostate	UBERON:0002367|UBERON:0005156|UBERON:0034944
UBERON:0035341	posterior lobe of prostate	UBERON:0001328
UBERON:0035350	branch of middle cerebral artery	UBERON:0001637
UBERON:0035359	branch of brachial artery	UBERON:0001637
UBERON:0035365	lower outer quadrant of breast	UBERON:0035636|UBERON:0035638
UBERON:0035368	anterior surface of kidney	UBERON:0002113
UBERON:0035374	small cardiac vein	UBERON:0004148
UBERON:0035377	transverse fold of rectum	UBERON:0001052|UBERON:0034944
UBERON:0035380	branch of anterior cerebral artery	UBERON:0001637
UBERON:0035395	branch of left coronary artery	UBERON:0001637
UBERON:0035398	branch of external carotid artery	UBERON:0001637
UBERON:0035403	hypophysial artery	UBERON:0001637
UBERON:0035404	superior hypophysial artery	UBERON:0035403
UBERON:0035422	circumflex branch of left coronary artery	UBERON:0001626|UBERON:0003498|UBERON:0004573|UBERON:0035395
UBERON:0035431	mediastinal pleura	UBERON:0002400|UBERON:0034944
UBERON:0035441	apex of prostate	UBERON:0002367
UBERON:0035444	triangular ligament of liver	UBERON:0002107|UBERON:0005172|UBERON:0013765
UBERON:0035450	cervical part of esophagus	UBERON:0001043|UBERON:0013522
UBERON:0035462	anterior parietal artery	UBERON:0035350
UBERON:0035465	endometrial cavity	UBERON:0009853|UBERON:0013769
UBERON:0035471	posterior surface of kidney	UBERON:0002113
UBERON:0035477	lower inner quadrant of breast	UBERON:0035636|UBERON:0035637
UBERON:0035480	surface of prostate	UBERON:0002367
UBERON:0035489	branch of basilar artery	UBERON:0001637
UBERON:0035492	inferior hypophysial artery	UBERON:0035403
UBERON:0035498	gastrophrenic ligament	UBERON:0005172|UBERON:0005448
UBERON:0035501	unencapsulated tactile receptor	UBERON:0002067
UBERON:0035508	branch of posterior cerebral artery	UBERON:0001637
UBERON:0035523	anterior surface of prostate	UBERON:0035480
UBERON:0035529	left common iliac artery	UBERON:0001191|UBERON:0015212
UBERON:0035536	body of gallbladder	UBERON:0002110|UBERON:0034944
UBERON:0035539	esophageal artery	UBERON:0004573
UBERON:0035542	upper inner quadrant of breast	UBERON:0035635|UBERON:0035637
UBERON:0035548	colic artery	UBERON:0001637
UBERON:0035553	left cardiac chamber	UBERON:0004151|UBERON:0015212
UBERON:0035554	right cardiac chamber	UBERON:0004151|UBERON:0015212
UBERON:0035609	outer root sheath companion layer	UBERON:0005942|UBERON:0013754
UBERON:0035610	hair canal	UBERON:0000014|UBERON:0004111
UBERON:0035611	hair peg	UBERON:0002067|UBERON:0005423
UBERON:0035634	quadrant of breast	UBERON:0000310|UBERON:0000475
UBERON:0035635	upper quadrant of breast	UBERON:0035634
UBERON:0035636	lower quadrant of breast	UBERON:0035634
UBERON:0035637	inner quadrant of breast	UBERON:0015212|UBERON:0035634
UBERON:0035638	outer quadrant of breast	UBERON:0015212|UBERON:0035634
UBERON:0035640	middle vesical artery	UBERON:0001311
UBERON:0035756	capillary network of liver	UBERON:0002107|UBERON:0006877
UBERON:0035758	peritubular capillary plexus of kidney	UBERON:0002113|UBERON:0035762
UBERON:0035762	capillary network of kidney	UBERON:0002113|UBERON:0006544
UBERON:0035763	cavity of cardiac chamber	UBERON:0004151
UBERON:0035766	median lobe of prostate	UBERON:0001328
UBERON:0035767	intrapulmonary bronchus	UBERON:0002048
UBERON:0035786	layer of CA1 field	UBERON:0002305|UBERON:0003881
UBERON:0035787	layer of CA2 field	UBERON:0002305|UBERON:0003882
UBERON:0035788	layer of CA3 field	UBERON:0002305|UBERON:0003883
UBERON:0035802	alveus of CA2 field	UBERON:0007639|UBERON:0035787
UBERON:0035805	muscle layer of sigmoid colon	UBERON:0001159|UBERON:0012489
UBERON:0035814	pericardial fat	UBERON:0035818
UBERON:0035815	paracardial fat	UBERON:0035814
UBERON:0035818	visceral fat	UBERON:0001013
UBERON:0035820	peritoneal sac	UBERON:0002075|UBERON:0005906
UBERON:0035825	left adrenal gland cortex	UBERON:0001234|UBERON:0001235
UBERON:0035826	left adrenal gland medulla	UBERON:0001234|UBERON:0001236
UBERON:0035827	right adrenal gland cortex	UBERON:0001233|UBERON:0001235
UBERON:0035828	right adrenal gland medulla	UBERON:0001233|UBERON:0001236
UBERON:0035829	right gastroepiploic artery	UBERON:0009025
UBERON:0035830	left gastroepiploic artery	UBERON:0009025
UBERON:0035833	lower esophagus muscularis layer	UBERON:0011878|UBERON:0013473
UBERON:0035834	lower esophagus mucosa	UBERON:0002469|UBERON:0013473
UBERON:0035835	apical region of left ventricle	UBERON:0002084|UBERON:0035837
UBERON:0035836	apical region of right ventricle	UBERON:0002080|UBERON:0035837
UBERON:0035837	apical region of heart ventricle	UBERON:0002082|UBERON:0034944
UBERON:0035843	lower esophagus submucosa	UBERON:0001972|UBERON:0013473
UBERON:0035844	lower esophagus muscularis mucosa	UBERON:0004648|UBERON:0013473
UBERON:0035872	primary somatosensory area barrel field layer 5	UBERON:0002301|UBERON:0010415|UBERON:0022303
UBERON:0035873	primary somatosensory area barrel field layer 1	UBERON:0002301|UBERON:0010415|UBERON:0022303
UBERON:0035874	primary somatosensory area barrel field layer 2/3	UBERON:0002301|UBERON:0010415|UBERON:0022303
UBERON:0035875	primary somatosensory area barrel field layer 6b	UBERON:0002301|UBERON:0010415|UBERON:0022303
UBERON:0035876	primary somatosensory area barrel field layer 6a	UBERON:0002301|UBERON:0010415|UBERON:0022303
UBERON:0035877	primary somatosensory area barrel field layer 4	UBERON:0002301|UBERON:0010415|UBERON:0022303
UBERON:0035885	dorsal auditory area	UBERON:0001393|UBERON:0002616
UBERON:0035886	posterior parietal association areas	UBERON:0001950|UBERON:0002616
UBERON:0035890	postrhinal area	UBERON:0000411|UBERON:0002616
UBERON:0035892	primary visual area, layer 6a	UBERON:0002436|UBERON:0002616
UBERON:0035893	anteromedial visual area	UBERON:0000411|UBERON:0002616
UBERON:0035894	anterolateral visual area	UBERON:0000411|UBERON:0002616
UBERON:0035895	lateral visual area	UBERON:0000411|UBERON:0002616
UBERON:0035897	posterolateral visual area	UBERON:0000411|UBERON:0002616
UBERON:0035900	posteromedial visual area	UBERON:0000411|UBERON:0002616
UBERON:0035904	primary visual area, layer 4	UBERON:0002436|UBERON:0002616
UBERON:0035906	primary visual area, layer 5	UBERON:0002436|UBERON:0002616
UBERON:0035907	primary visual area, layer 2/3	UBERON:0002436|UBERON:0002616
UBERON:0035908	anterolateral visual area, layer 5	UBERON:0002616|UBERON:0035894
UBERON:0035909	posteromedial visual area, layer 6a	UBERON:0002616|UBERON:0035900
UBERON:0035911	postrhinal area, layer 4	UBERON:0002616|UBERON:0035890
UBERON:0035912	rostrolateral visual area	UBERON:0002616|UBERON:0035886
UBERON:0035913	anteromedial visual area, layer 5	UBERON:0002616|UBERON:0035893
UBERON:0035914	posteromedial visual area, layer 4	UBERON:0002616|UBERON:0035900
UBERON:0035915	lateral visual area, layer 4	UBERON:0002616|UBERON:0035895
UBERON:0035916	lateral visual area, layer 5	UBERON:0002616|UBERON:0035895
UBERON:0035917	dorsal auditory area, layer 4	UBERON:0002616|UBERON:0035885
UBERON:0035918	lateral visual area, layer 6a	UBERON:0002616|UBERON:0035895
UBERON:0035919	posterolateral visual area, layer 4	UBERON:0002616|UBERON:0035897
UBERON:0035920	rostrolateral area, layer 5	UBERON:0002616|UBERON:0035912
UBERON:0035922	intraculminate fissure of cerebellum	UBERON:0003980|UBERON:0007763
UBERON:0035925	central sulcus of insula	UBERON:0002905|UBERON:0019303
UBERON:0035926	preculminate fissure of cerebellum	UBERON:0003980
UBERON:0035932	anterior segment of paracentral lobule	UBERON:0002616|UBERON:0035933
UBERON:0035933	paracentral lobule	UBERON:0000200|UBERON:0000956
UBERON:0035934	posterior segment of paracentral lobule	UBERON:0002616|UBERON:0035933
UBERON:0035962	supravaginal part of cervix	UBERON:0000002|UBERON:0000064|UBERON:0005156
UBERON:0035963	epithelial lining fluid	UBERON:0002299|UBERON:0006314
UBERON:0035970	calcar avis of the lateral ventricle	UBERON:0002421|UBERON:0002616
UBERON:0035971	postsubiculum	UBERON:0002616|UBERON:0022230
UBERON:0036043	paravermic lobule X	UBERON:0001063|UBERON:0027285|UBERON:0027331
UBERON:0036044	cerebellum vermis lobule VIIAf	UBERON:0002616|UBERON:0002749|UBERON:0004009
UBERON:0036063	quadrangular lobule	UBERON:0004003
UBERON:0036065	cerebellum vermis lobule VIIAt	UBERON:0002616|UBERON:0002749|UBERON:0004002|UBERON:0004009
UBERON:0036066	inferior endocardial cushion	UBERON:0002062
UBERON:0036067	superior endocardial cushion	UBERON:0002062
UBERON:0036149	suprapubic skin	UBERON:0001416
UBERON:0036150	skin appendage follicle	UBERON:0000014|UBERON:0000063
UBERON:0036151	diffuse placenta	UBERON:0001987
UBERON:0036152	cotyledonary placenta	UBERON:0001987
UBERON:0036153	zonary placenta	UBERON:0001987
UBERON:0036154	discoid placenta	UBERON:0001987
UBERON:0036161	epitheliochorial placenta	UBERON:0001987
UBERON:0036162	endotheliochorial placenta	UBERON:0001987
UBERON:0036163	hemochorial placenta	UBERON:0001987
UBERON:0036164	ambient gyrus	UBERON:0002616|UBERON:0034773
UBERON:0036219	ungulate coronary band	UBERON:0015249
UBERON:0036244	secretion of serous membrane	UBERON:0007779
UBERON:0036262	uterine ligament	UBERON:0000002|UBERON:0005156
UBERON:0036285	wall of left ventricle	UBERON:0002084|UBERON:0004784
UBERON:0036286	wall of right ventricle	UBERON:0002080|UBERON:0004784
UBERON:0036288	anterior wall of left ventricle	UBERON:0036285
UBERON:0036289	anterior wall of right ventricle	UBERON:0036286
UBERON:0036290	myocardium of anterior wall of left ventricle	UBERON:0006566|UBERON:0036288
UBERON:0036291	myocardium of anterior wall of right ventricle	UBERON:0006567|UBERON:0036289
UBERON:0036292	adnexa of uterus	UBERON:0000064|UBERON:0000995|UBERON:0005156
UBERON:0036295	renal pelvis/ureter	UBERON:0000477|UBERON:0011143
UBERON:0036301	vasculature of spleen	UBERON:0002106
UBERON:0036328	wall of coronary artery	UBERON:0000415|UBERON:0001621|UBERON:0037144
UBERON:0036343	wall of gallbladder	UBERON:0002110|UBERON:0003697
UBERON:0036351	wall of brachiocephalic artery	UBERON:0000415|UBERON:0001529
UBERON:0036352	wall of subclavian artery	UBERON:0000415|UBERON:0001533
UBERON:0036375	wall of right ureter	UBERON:0001222|UBERON:0009916
UBERON:0036376	wall of left ureter	UBERON:0001223|UBERON:0009916
UBERON:0036422	wall of pulmonary artery	UBERON:0000415|UBERON:0002012
UBERON:0036441	wall of fallopian tube	UBERON:0000060|UBERON:0003889|UBERON:0005156
UBERON:0036658	wall of central canal of spinal cord	UBERON:0000060|UBERON:0002291
UBERON:0037094	wall of common carotid artery	UBERON:0000415|UBERON:0001530
UBERON:0037144	wall of heart	UBERON:0000060|UBERON:0000948
UBERON:0037458	hair of neck	UBERON:0001037
UBERON:0037459	hair of limb	UBERON:0001037|UBERON:0002101
UBERON:0037461	primary hair	UBERON:0001037
UBERON:0037462	vellus hair	UBERON:0001037
UBERON:0037463	terminal hair	UBERON:0001037
UBERON:0037464	androgenic hair	UBERON:0037463
UBERON:0037465	catagen hair	UBERON:0001037
UBERON:0037466	telogen hair	UBERON:0001037
UBERON:0037467	anagen hair	UBERON:0001037
UBERON:0037530	inferior pancreatic lymph node	UBERON:0002527
UBERON:0039169	anterior intercostal artery	UBERON:0002456|UBERON:0005612
UBERON:0039170	mammary branch of internal thoracic artery	UBERON:0002456|UBERON:0004573
UBERON:0039176	subarachnoid space of spinal cord	UBERON:0002240
UBERON:0039215	appendicular artery	UBERON:0001637
UBERON:0039222	cystic artery	UBERON:0001637|UBERON:0015482|UBERON:0015796
UBERON:0039232	conus artery	UBERON:0001621
UBERON:0039260	thyrocervical artery	UBERON:0001533|UBERON:0004573
UBERON:0039261	pancreatic artery	UBERON:0001637
UBERON:0039262	segmental pulmonary artery	UBERON:0002012
UBERON:0039351	posterior labial artery	UBERON:0001637
UBERON:0039355	urethral artery	UBERON:0001637
UBERON:0039835	posterior intercostal artery	UBERON:0005612
UBERON:0039838	seventh anterior intercostal artery	UBERON:0006632|UBERON:0039169
UBERON:0039839	eighth anterior intercostal artery	UBERON:0006632|UBERON:0039169
UBERON:0039840	ninth anterior intercostal artery	UBERON:0006632|UBERON:0039169
UBERON:0039841	first anterior intercostal artery	UBERON:0002456|UBERON:0039169
UBERON:0039842	second anterior intercostal artery	UBERON:0002456|UBERON:0039169
UBERON:0039843	third anterior intercostal artery	UBERON:0002456|UBERON:0039169
UBERON:0039844	fourth anterior intercostal artery	UBERON:0002456|UBERON:0039169
UBERON:0039845	fifth anterior intercostal artery	UBERON:0002456|UBERON:0039169
UBERON:0039846	sixth anterior intercostal artery	UBERON:0002456|UBERON:0039169
UBERON:0039847	suprascapular artery	UBERON:0004573|UBERON:0039260
UBERON:0039850	left anterior segmental artery	UBERON:0001637|UBERON:0001652
UBERON:0039851	apicoposterior segmental artery	UBERON:0039262
UBERON:0700019	parallel fiber	UBERON:0002037|UBERON:0011215
UBERON:0700020	parallel fiber, bifurcated	UBERON:0700019
UBERON:1000003	dewlap	UBERON:0001456|UBERON:1000021
UBERON:1000010	mole	UBERON:0000479|UBERON:0002067
UBERON:1000015	skin of snout	UBERON:1000021
UBERON:1000021	skin of face	UBERON:0001084|UBERON:0001456
UBERON:1000022	Zymbal's gland	UBERON:0015251
UBERON:1000023	spleen pulp	UBERON:0000064|UBERON:1000024
UBERON:1000024	parenchyma of spleen	UBERON:0002106
UBERON:1200002	carotid artery intima-media region	UBERON:0000481|UBERON:0005396
UBERON:1200003	uterine fundus	UBERON:0000064|UBERON:0000995|UBERON:0005156
UBERON:2000187	lateral granular eminence	UBERON:0002616|UBERON:2000307
UBERON:2000188	corpus cerebelli	UBERON:0002037|UBERON:0002616
UBERON:2000195	dorsal depressor muscle	UBERON:2005270
UBERON:2000202	efferent portion of pharyngeal arch artery	UBERON:0003469|UBERON:0004363
UBERON:2000212	granular eminence	UBERON:0002037|UBERON:0002616
UBERON:2000214	hypobranchial vessel	UBERON:0000948|UBERON:0003498
UBERON:2000280	medial division	UBERON:0002616|UBERON:2000603
UBERON:2000307	vestibulolateralis lobe	UBERON:0002037|UBERON:0002616
UBERON:2000313	anal inclinator	UBERON:2005276
UBERON:2000342	dorsal inclinator muscle	UBERON:2005276
UBERON:2000358	granular layer corpus cerebelli	UBERON:0000479|UBERON:2000188
UBERON:2000388	medial caudal lobe	UBERON:0002616|UBERON:2000307
UBERON:2000394	molecular layer corpus cerebelli	UBERON:0000479|UBERON:2000188
UBERON:2000466	anal depressor	UBERON:2005270
UBERON:2000484	celiacomesenteric artery	UBERON:0001637
UBERON:2000500	dorsal erector muscle	UBERON:2005267
UBERON:2000532	lateral division	UBERON:0002616|UBERON:2000603
UBERON:2000603	valvula cerebelli	UBERON:0002037|UBERON:0002616
UBERON:2000617	anal erector	UBERON:2005267
UBERON:2000666	filamental artery	UBERON:0003469
UBERON:2000673	hypobranchial artery	UBERON:0001637
UBERON:2000677	segmental intercostal artery	UBERON:0005612
UBERON:2000716	afferent portion of pharyngeal arch artery	UBERON:0003469|UBERON:0004363
UBERON:2000718	epaxial region somite 27	UBERON:0003900
UBERON:2000729	epaxial region somite 3	UBERON:0003900
UBERON:2000739	epaxial region somite 11	UBERON:0003900
UBERON:2000740	epaxial region somite 5	UBERON:0003900
UBERON:2000741	epaxial region somite 14	UBERON:0003900
UBERON:2000742	epaxial region somite 17	UBERON:0003900
UBERON:2000743	epaxial region somite 2	UBERON:0003900
UBERON:2000744	epaxial region somite 22	UBERON:0003900
UBERON:2000745	epaxial region somite 25	UBERON:0003900
UBERON:2000746	epaxial region somite 28	UBERON:0003900
UBERON:2000747	epaxial region somite 30	UBERON:0003900
UBERON:2000748	epaxial region somite 6	UBERON:0003900
UBERON:2000749	epaxial region somite 9	UBERON:0003900
UBERON:2000751	epaxial region somite 8	UBERON:0003900
UBERON:2000766	granular layer valvula cerebelli	UBERON:0000479|UBERON:2000603
UBERON:2000767	hypaxial region somite 11	UBERON:0003895
UBERON:2000768	hypaxial region somite 14	UBERON:0003895
UBERON:2000769	hypaxial region somite 17	UBERON:0003895
UBERON:2000770	hypaxial region somite 2	UBERON:0003895
UBERON:2000771	hypaxial region somite 22	UBERON:0003895
UBERON:2000772	hypaxial region somite 25	UBERON:0003895
UBERON:2000774	hypaxial region somite 28	UBERON:0003895
UBERON:2000775	hypaxial region somite 30	UBERON:0003895
UBERON:2000776	hypaxial region somite 6	UBERON:0003895
UBERON:2000777	hypaxial region somite 9	UBERON:0003895
UBERON:2000864	epaxial region somite 1	UBERON:0003900
UBERON:2000865	epaxial region somite 12	UBERON:0003900
UBERON:2000866	epaxial region somite 15	UBERON:0003900
UBERON:2000867	epaxial region somite 18	UBERON:0003900
UBERON:2000868	epaxial region somite 20	UBERON:0003900
UBERON:2000869	epaxial region somite 23	UBERON:0003900
UBERON:2000870	epaxial region somite 26	UBERON:0003900
UBERON:2000872	epaxial region somite 29	UBERON:0003900
UBERON:2000873	epaxial region somite 4	UBERON:0003900
UBERON:2000874	epaxial region somite 7	UBERON:0003900
UBERON:2000891	hypaxial region somite 1	UBERON:0003895
UBERON:2000892	hypaxial region somite 12	UBERON:0003895
UBERON:2000894	hypaxial region somite 15	UBERON:0003895
UBERON:2000895	hypaxial region somite 18	UBERON:0003895
UBERON:2000896	hypaxial region somite 20	UBERON:0003895
UBERON:2000897	hypaxial region somite 23	UBERON:0003895
UBERON:2000898	hypaxial region somite 26	UBERON:0003895
UBERON:2000899	hypaxial region somite 29	UBERON:0003895
UBERON:2000900	hypaxial region somite 4	UBERON:0003895
UBERON:2000901	hypaxial region somite 7	UBERON:0003895
UBERON:2000913	molecular layer valvula cerebelli	UBERON:0000479|UBERON:2000603
UBERON:2000925	hypaxial region somite 10	UBERON:0003895
UBERON:2000937	hypaxial region somite 13	UBERON:0003895
UBERON:2000946	hypaxial region somite 16	UBERON:0003895
UBERON:2000957	hypaxial region somite 19	UBERON:0003895
UBERON:2000968	hypaxial region somite 21	UBERON:0003895
UBERON:2000979	hypaxial region somite 24	UBERON:0003895
UBERON:2000986	hypaxial region somite 27	UBERON:0003895
UBERON:2000987	hypaxial region somite 3	UBERON:0003895
UBERON:2000988	hypaxial region somite 5	UBERON:0003895
UBERON:2000989	hypaxial region somite 8	UBERON:0003895
UBERON:2000991	epaxial region somite 10	UBERON:0003900
UBERON:2001001	epaxial region somite 13	UBERON:0003900
UBERON:2001012	epaxial region somite 16	UBERON:0003900
UBERON:2001023	epaxial region somite 19	UBERON:0003900
UBERON:2001030	epaxial region somite 21	UBERON:0003900
UBERON:2001040	epaxial region somite 24	UBERON:0003900
UBERON:2001051	caudal division of the internal carotid artery	UBERON:0001532|UBERON:0004573
UBERON:2001053	future internal carotid artery	UBERON:0001530|UBERON:0004573
UBERON:2001054	lateral dorsal aorta	UBERON:0001637
UBERON:2001055	pronephric duct opening	UBERON:0003060
UBERON:2001059	cranial division of the internal carotid artery	UBERON:0001532|UBERON:0004573
UBERON:2001062	presumptive mesencephalic artery	UBERON:0001637
UBERON:2001179	epidermal superficial stratum	UBERON:0000479|UBERON:0001003
UBERON:2001181	epidermal intermediate stratum	UBERON:0000479|UBERON:0001003
UBERON:2001183	dermal superficial region	UBERON:0000481|UBERON:0002067
UBERON:2001186	collagenous dermal stroma	UBERON:0002067
UBERON:2001200	corpuscles of Stannius	UBERON:0000080|UBERON:0000479|UBERON:0002368|UBERON:0005172
UBERON:2001263	ovarian follicle stage I	UBERON:0001305
UBERON:2001265	ovarian follicle stage II	UBERON:0001305
UBERON:2001266	ovarian follicle stage III	UBERON:0001305
UBERON:2001293	posterior kidney	UBERON:0000080|UBERON:0003103|UBERON:0004120|UBERON:0005172
UBERON:2001430	pneumatic duct	UBERON:0001043
UBERON:2001571	postovulatory follicle	UBERON:0001305
UBERON:2001824	lateral line scale	UBERON:0007380
UBERON:2001857	hyoidean artery	UBERON:0003469
UBERON:2001975	suprabranchial artery	UBERON:0001637
UBERON:2002051	scale circulus	UBERON:0000061|UBERON:0007380
UBERON:2002106	eminentia granularis	UBERON:0002037|UBERON:0002616
UBERON:2002118	scale radius	UBERON:0007380
UBERON:2002119	dermal scale focus	UBERON:0000061|UBERON:0007380
UBERON:2002122	pouch scale	UBERON:0007380
UBERON:2002185	climbing fiber	UBERON:0000479|UBERON:2000188|UBERON:2000603
UBERON:2002195	epidermal placode	UBERON:0000479|UBERON:0002025
UBERON:2002210	mossy fiber	UBERON:0000479|UBERON:2000188|UBERON:2000603
UBERON:2002218	parallel fiber, teleost	UBERON:0000479|UBERON:0700019|UBERON:2000394|UBERON:2000913
UBERON:2002225	posterior pronephric duct	UBERON:0003060|UBERON:0006553
UBERON:2002240	Purkinje cell layer corpus cerebelli	UBERON:0000479|UBERON:2000188
UBERON:2002241	Purkinje cell layer valvula cerebelli	UBERON:0000479|UBERON:2000603
UBERON:2002242	scale primordium	UBERON:0000479|UBERON:0002067
UBERON:2002249	ctenius	UBERON:2002273
UBERON:2002273	ctenoid scale	UBERON:0007380
UBERON:2002274	transforming ctenoid scale	UBERON:2002273
UBERON:2002285	cycloid scale	UBERON:0007380
UBERON:2005000	basal communicating artery	UBERON:0001637
UBERON:2005011	pseudobranchial artery	UBERON:0001637
UBERON:2005012	afferent filamental artery	UBERON:0003469|UBERON:2000666|UBERON:2000716
UBERON:2005013	concurrent branch afferent branchial artery	UBERON:0003469|UBERON:2000716
UBERON:2005014	recurrent branch afferent branchial artery	UBERON:0003469|UBERON:2000716
UBERON:2005015	afferent lamellar arteriole	UBERON:0003469|UBERON:2005012
UBERON:2005018	efferent filamental artery	UBERON:0003469|UBERON:2000202|UBERON:2000666
UBERON:2005019	efferent lamellar arteriole	UBERON:0003469|UBERON:2005018
UBERON:2005020	central artery	UBERON:0001637
UBERON:2005021	cerebellar central artery	UBERON:2005020
UBERON:2005022	opercular artery	UBERON:0001637
UBERON:2005036	supraintestinal artery	UBERON:0001637
UBERON:2005044	optic artery	UBERON:0001637
UBERON:2005048	primitive prosencephalic artery	UBERON:0001637
UBERON:2005049	prosencephalic artery	UBERON:0001637
UBERON:2005050	palatocerebral artery	UBERON:0001637
UBERON:2005051	communicating vessel palatocerebral artery	UBERON:0001637
UBERON:2005052	anterior mesencephalic central artery	UBERON:2005020
UBERON:2005053	nasal ciliary artery	UBERON:0001637
UBERON:2005066	bulbus arteriosus outer layer	UBERON:0004706
UBERON:2005067	bulbus arteriosus middle layer	UBERON:0000481|UBERON:0004706
UBERON:2005068	bulbus arteriosus inner layer	UBERON:0000481|UBERON:0004706
UBERON:2005072	endocardial ring	UBERON:0000479|UBERON:0002165
UBERON:2005073	atrioventricular ring	UBERON:0002081|UBERON:0002082|UBERON:2005072
UBERON:2005074	central cardiac conduction system	UBERON:0002350
UBERON:2005075	peripheral cardiac conduction system	UBERON:0002350
UBERON:2005078	middle mesencephalic central artery	UBERON:2005020
UBERON:2005079	posterior mesencephalic central artery	UBERON:2005020
UBERON:2005080	anterior mesenteric artery	UBERON:0005616
UBERON:2005082	dorsal branch nasal ciliary artery	UBERON:0001637|UBERON:2005053
UBERON:2005083	ventral branch nasal ciliary artery	UBERON:0001637|UBERON:2005053
UBERON:2005084	metencephalic artery	UBERON:0001637
UBERON:2005085	nasal artery	UBERON:0001637
UBERON:2005088	posterior mesenteric artery	UBERON:0005616
UBERON:2005089	swim bladder artery	UBERON:0001637
UBERON:2005174	ventral liver lobe	UBERON:0000481|UBERON:0002107
UBERON:2005267	erector muscle	UBERON:0001134
UBERON:2005270	depressor muscle	UBERON:0001134
UBERON:2005276	inclinator muscle	UBERON:0001134
UBERON:2005292	distal late tubule	UBERON:0001231|UBERON:0006553
UBERON:2005311	pronephric glomerular capsule epithelium	UBERON:0001230|UBERON:0004211
UBERON:2005346	extrapancreatic duct	UBERON:0007329
UBERON:3010125	musculus levator bulbi	UBERON:0001601
UBERON:3010243	ventricular musculature	UBERON:0000477|UBERON:0002082
UBERON:3010392	mesonephric early proximal tubule	UBERON:0000083|UBERON:0006553
UBERON:3010393	mesonephric late distal segment	UBERON:0000064|UBERON:0000083
UBERON:3010394	mesonephric late proximal tubule	UBERON:0000083|UBERON:0006553
UBERON:3010404	capillary system of liver	UBERON:0002107|UBERON:0015796
UBERON:3010413	left channel of ventral aorta	UBERON:0004573
UBERON:3010417	posterior palatine artery	UBERON:0001637
UBERON:3010424	right channel of ventral aorta	UBERON:0004573
UBERON:3010489	muscular artery	UBERON:0001070|UBERON:0004573
UBERON:3010494	lateral pretrosal artery	UBERON:0001532|UBERON:0004573
UBERON:3010496	mandibular artery	UBERON:0004573|UBERON:3010494
UBERON:3010498	cutaneus artery	UBERON:0001637
UBERON:3010499	coeliaco-mesenteric artery	UBERON:0001637
UBERON:3010500	gastrico-linealis	UBERON:0003509|UBERON:3010499
UBERON:3010501	duodeno-pancreatic artery	UBERON:0001637|UBERON:3010499
UBERON:3010502	duodeno-hepatic artery	UBERON:0001637|UBERON:3010499
UBERON:3010503	oviduct artery	UBERON:0001184|UBERON:0004573
UBERON:3010529	ovisac	UBERON:0000992|UBERON:0000993|UBERON:0002384|UBERON:0005156
UBERON:3010599	stratum spongiosum	UBERON:0002067
UBERON:3010802	courtship gland	UBERON:0001003
UBERON:3011120	early proximal tubule	UBERON:0002050|UBERON:0005309
UBERON:3011121	late distal segment	UBERON:0000479|UBERON:0005309
UBERON:4000051	lepidosteoid scale	UBERON:4000052
UBERON:4000052	ganoid scale	UBERON:0007380
UBERON:4000055	polypteroid scale	UBERON:4000052
UBERON:4000070	elasmoid scale	UBERON:0007380|UBERON:0010314
UBERON:4000074	palaeoniscoid scale	UBERON:4000052
UBERON:4000080	keratin-based scale	UBERON:0007380
UBERON:4000081	cosmoid scale	UBERON:0007380
UBERON:4000104	ganoine	UBERON:0003585|UBERON:4000052
UBERON:4000105	limiting layer of elasmoid scale	UBERON:0000479|UBERON:4000070
UBERON:4000107	elasmodine	UBERON:0003585|UBERON:4000070
UBERON:4000115	mineralized bone tissue	UBERON:0002481
UBERON:4000118	cellular bone tissue	UBERON:4000115
UBERON:4000122	acellular bone tissue	UBERON:4000115
UBERON:4200165	basal scute	UBERON:0008201
UBERON:4200218	musculotendinous bundle	UBERON:0001134
UBERON:4300031	fin web	UBERON:0000014
UBERON:4300102	postcleithral scale	UBERON:0007380
UBERON:4300188	terminal scale	UBERON:0007380
UBERON:4300222	axilar scale	UBERON:0007380
UBERON:4300235	spinoid scale	UBERON:2002285
UBERON:4300238	pored lateral line scale	UBERON:2001824
UBERON:4300242	lateral line scale 6	UBERON:2001824
UBERON:4450000	medial prefrontal cortex	UBERON:0000451|UBERON:0002616
UBERON:4500003	predorsal scale	UBERON:0007380
UBERON:7770005	ascending colon epithelium	UBERON:0000397|UBERON:0001156
UBERON:7770006	transverse colon epithelium	UBERON:0000397|UBERON:0001157
UBERON:7770007	descending colon epithelium	UBERON:0000397|UBERON:0001158
UBERON:7770008	sigmoid colon epithelium	UBERON:0000397|UBERON:0001159
UBERON:7770009	kidney interpolar region	UBERON:0000064|UBERON:0002113
UBERON:8000009	Purkinje fiber network	UBERON:0004146|UBERON:0018649
UBERON:8300000	skin of scalp	UBERON:0001084
UBERON:8400001	hepatic acinus zone 1	UBERON:0001172|UBERON:8400005
UBERON:8400002	hepatic acinus zone 3	UBERON:0001172|UBERON:8400005
UBERON:8400003	hepatic acinus zone 2	UBERON:0001172|UBERON:8400005
UBERON:8400005	metabolic zone of liver	UBERON:0000063|UBERON:0002107
UBERON:8400006	liver lobule periportal region	UBERON:0004647|UBERON:8400005
UBERON:8400007	liver lobule centrilobular region	UBERON:0004647|UBERON:8400005
UBERON:8400008	liver lobule midzonal region	UBERON:0004647|UBERON:8400005
UBERON:8400021	liver serosa	UBERON:0000042|UBERON:0002107
UBERON:8400023	liver subserosa	UBERON:0002107
UBERON:8400024	subcapsular region of liver	UBERON:0001280|UBERON:0002107
UBERON:8410000	duodeno-jejunal junction	UBERON:0002108
UBERON:8410002	small intestine lymphatic vessel	UBERON:0002108
UBERON:8410010	fimbria of fallopian tube	UBERON:0003889|UBERON:0013515
UBERON:8410015	arteriole of colon	UBERON:0001155
UBERON:8410016	descending sigmoid junction	UBERON:0000168
UBERON:8410019	jejuno-ileal junction	UBERON:0002108
UBERON:8410021	inguinal region skin	UBERON:0003836
UBERON:8410022	left colic artery	UBERON:0001637
UBERON:8410023	right colic artery	UBERON:0001637
UBERON:8410025	transition zone of prostate	UBERON:0002367|UBERON:0005156|UBERON:0034944
UBERON:8410026	peripheral zone of prostate	UBERON:0002367|UBERON:0005156|UBERON:0034944
UBERON:8410027	central zone of prostate	UBERON:0002367|UBERON:0005156|UBERON:0034944
UBERON:8410034	lymph node artery	UBERON:0001637
UBERON:8410040	high endothelial venule of small intestine Peyer's patch	UBERON:0003454
UBERON:8410045	artery of appendix	UBERON:0001637
UBERON:8410048	venule of colon	UBERON:0001155
UBERON:8410051	lymphatic vessel of colon	UBERON:0001155
UBERON:8410054	lymphatic capillary of colon	UBERON:0001155|UBERON:8410051
UBERON:8410057	capillary of colon	UBERON:0001155
UBERON:8410058	myenteric nerve plexus of colon	UBERON:0001155
UBERON:8410059	submucous nerve plexus of colon	UBERON:0001155
UBERON:8410060	colon smooth muscle circular layer	UBERON:0001155
UBERON:8410061	colon smooth muscle longitudinal layer	UBERON:0001155
UBERON:8410063	myenteric nerve plexus of small intestine	UBERON:0002108
UBERON:8410064	submucous nerve plexus of small intestine	UBERON:0002108
UBERON:8410068	capillary of small intestine	UBERON:0002108
UBERON:8410073	medullary region of kidney	UBERON:0000064|UBERON:0002113
UBERON:8410079	red bone marrow of iliac crest	UBERON:0000361
UBERON:8410080	red bone marrow of sternum	UBERON:0000361
UBERON:8420000	hair of scalp	UBERON:0016446
UBERON:8440000	cortical layer II/III	UBERON:8440004
UBERON:8440001	cortical layer IV/V	UBERON:8440004
UBERON:8440002	cortical layer V/VI	UBERON:8440004
UBERON:8440003	cortical layer VIb	UBERON:0002301|UBERON:0005395
UBERON:8440004	laminar subdivision of the cortex	UBERON:0001950|UBERON:0011215
UBERON:8440010	Brodmann (1909) area 17	UBERON:0000411|UBERON:0002436|UBERON:0013529
UBERON:8440011	cortical visual area	UBERON:0000956
UBERON:8440013	fasciola cinerea	UBERON:0000064|UBERON:0002421
UBERON:8440024	visceral area	UBERON:0000956|UBERON:0002616
UBERON:8440032	prelimbic area	UBERON:0000451|UBERON:0002616
UBERON:8440033	infralimbic area	UBERON:0000451|UBERON:0002616
UBERON:8440039	piriform-amygdalar area	UBERON:0000956|UBERON:0002616
UBERON:8440040	dorsal peduncular area	UBERON:0000956|UBERON:0002616
UBERON:8440044	upper layers of the cortex	UBERON:8440004
UBERON:8440045	second visual cortical area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440046	third visual cortical area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440047	fourth visual cortical area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440048	temporal visual area a (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440049	temporal visual area b (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440050	posterior parietal rostral cortical area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440051	lower layers of the cortex	UBERON:8440004
UBERON:8440052	posterior parietal caudal cortical area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440054	anteromedial lateral suprasylvian visual area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440055	anterolateral lateral suprasylvian visual area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440056	posteromedial lateral suprasylvian visual area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440059	posterolateral lateral suprasylvian visual area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440060	dorsal lateral suprasylvian visual cortical area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440061	ventral lateral suprasylvian visual area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440062	posterior suprasylvian visual cortical area (sensu Mustela putorius furo)	UBERON:0000411|UBERON:0002104
UBERON:8440075	gustatory cortex	UBERON:0000956|UBERON:0001033|UBERON:0002616
UBERON:8450001	egg follicle	UBERON:0000064|UBERON:0000992|UBERON:0005156
UBERON:8450002	excretory system	UBERON:0000467
UBERON:8470000	placental blood	UBERON:0000178
UBERON:8470002	moderator band	UBERON:0004151
UBERON:8480003	iliac artery smooth muscle tissue	UBERON:0002111|UBERON:0005609
UBERON:8480005	placental artery endothelium	UBERON:0001917|UBERON:0005156|UBERON:8480007
UBERON:8480007	placental artery	UBERON:0001637|UBERON:0001987|UBERON:0022358
UBERON:8480008	placental vein	UBERON:0001987|UBERON:0022358
UBERON:8480014	skin of buttock	UBERON:0001415
UBERON:8480023	skin of lateral lumbar region of abdomen	UBERON:0001416
UBERON:8480024	skin of sacral region	UBERON:0001415
UBERON:8480025	skin of clavicle region	UBERON:0000014|UBERON:0001421
UBERON:8480026	skin of iliac crest region	UBERON:0001415
UBERON:8480028	skin of temple	UBERON:0001084
UBERON:8480029	skin of external genitalia	UBERON:0000014|UBERON:0005156
UBERON:8480030	skin of breast	UBERON:0000310|UBERON:0001868
UBERON:8480032	neck of pancreas	UBERON:0000064|UBERON:0001264
UBERON:8480035	cervical transformation zone epithelium	UBERON:0000002|UBERON:0004801
UBERON:8480037	subserosa of fallopian tube	UBERON:0003889|UBERON:0005156
UBERON:8480041	testicular sheath	UBERON:0000473|UBERON:0004923|UBERON:0005156
UBERON:8480046	mucosa of rumen	UBERON:0001199|UBERON:0007365
UBERON:8480050	skin of calf	UBERON:0004264
UBERON:8480052	skin of thoracolumbar junction	UBERON:0001068
UBERON:8480053	skin of umbilical area	UBERON:0000916|UBERON:0001416
UBERON:8480064	secretory coil of eccrine sweat gland	UBERON:0000423
UBERON:8480071	skin of lobe of tail	UBERON:0003534
UBERON:8480072	skin of shin	UBERON:0004264
UBERON:8480073	skin of scapula region	UBERON:0009015
UBERON:8480074	skin of gonad	UBERON:0000014|UBERON:0000991|UBERON:0005156
UBERON:8600000	lobular bronchiole	UBERON:0002186
UBERON:8600001	epithelium of lobular bronchiole	UBERON:0002051|UBERON:8600000
UBERON:8600002	mucosa of lobular bronchiole	UBERON:0005039|UBERON:8600000
UBERON:8600003	smooth muscle tissue of lobular bronchiole	UBERON:0004515|UBERON:8600000
UBERON:8600009	subsegmental bronchus	UBERON:0000101|UBERON:0035767|UBERON:8600017
UBERON:8600011	tracheal submucosal gland ciliated duct	UBERON:0005203
UBERON:8600015	posterior sector of right lobe of liver	UBERON:0001062|UBERON:0001114
UBERON:8600016	anterior sector of right lobe of liver	UBERON:0001062|UBERON:0001114
UBERON:8600017	bronchopulmonary segment	UBERON:0000063|UBERON:0000101
UBERON:8600019	placental basal plate	UBERON:0005156|UBERON:8600038
UBERON:8600020	placental septum	UBERON:8600019
UBERON:8600021	chorionic plate blood vessel	UBERON:0004027|UBERON:0022358
UBERON:8600022	pulmonary interlobular septum	UBERON:0000114
UBERON:8600024	pulmonary venule	UBERON:0002048|UBERON:0003512
UBERON:8600025	intervillous space	UBERON:8600038
UBERON:8600026	chorionic villous tree	UBERON:0000061|UBERON:8600038
UBERON:8600027	chorionic stem villus	UBERON:0007106|UBERON:8600026
UBERON:8600030	chorionic terminal villus	UBERON:8600032
UBERON:8600031	chorionic mature intermediate villus	UBERON:8600032
UBERON:8600032	chorionic floating villus	UBERON:0007106|UBERON:8600026
UBERON:8600033	chorionic anchoring villus	UBERON:8600027
UBERON:8600034	jejunum lamina propria	UBERON:0001238|UBERON:0002115|UBERON:0008343
UBERON:8600035	ileum lamina propria	UBERON:0001238|UBERON:0002116|UBERON:0008344
UBERON:8600036	kidney loop of Henle long descending thin limb outer medulla	UBERON:0000064|UBERON:0001293|UBERON:0005100
UBERON:8600037	kidney loop of Henle long descending thin limb inner medulla	UBERON:0000064|UBERON:0001294|UBERON:0005100
UBERON:8600038	placental disc	UBERON:0000061|UBERON:0001987
UBERON:8600040	chorionic stem villous blood vessel	UBERON:0022358|UBERON:8600027
UBERON:8600041	chorionic terminal villous capillary	UBERON:0022358|UBERON:8600030
UBERON:8600042	endometrial lymphatic vessel	UBERON:0001295|UBERON:0005156
UBERON:8600043	lateral wall of urinary bladder	UBERON:0001256
UBERON:8600044	left lateral wall of urinary bladder	UBERON:8600043
UBERON:8600045	right lateral wall of urinary bladder	UBERON:8600043
UBERON:8600046	anterior wall of urinary bladder	UBERON:0001256
UBERON:8600047	posterior wall of urinary bladder	UBERON:0001256
UBERON:8600048	apex of urinary bladder	UBERON:0000064|UBERON:0001255
UBERON:8600049	dome of urinary bladder	UBERON:0001255
UBERON:8600051	segmental pulmonary vein	UBERON:0002048|UBERON:0003512
UBERON:8600052	subsegmental pulmonary vein	UBERON:0002048|UBERON:0003512
UBERON:8600055	atrioventricular nodal artery	UBERON:0000948|UBERON:0001637|UBERON:0003498
UBERON:8600057	middle hemorrhoidal vein	UBERON:0001052
UBERON:8600058	uterine vein	UBERON:0000995|UBERON:0005156
UBERON:8600060	subsegmental pulmonary artery	UBERON:0002048|UBERON:0003469|UBERON:0003512
UBERON:8600061	intra-acinar venule	UBERON:0008874|UBERON:8600024
UBERON:8600062	thyrocervical trunk	UBERON:0012320
UBERON:8600063	septal perforating artery	UBERON:0000915|UBERON:0001637
UBERON:8600064	posterolateral artery	UBERON:0000915|UBERON:0001637
UBERON:8600066	basivertebral vein	UBERON:0002240
UBERON:8600067	bronchial venule	UBERON:0002048|UBERON:8600024
UBERON:8600072	glandular venous plexus	UBERON:0002046
UBERON:8600076	suboccipital venous plexus	UBERON:0002240
UBERON:8600077	pulmonary arteriole	UBERON:0003512|UBERON:0010369
UBERON:8600078	ascending pharyngeal artery	UBERON:0012320|UBERON:0035398
UBERON:8600079	dural artery	UBERON:0000033|UBERON:0001637
UBERON:8600080	pericardial artery	UBERON:0000915|UBERON:0001637
UBERON:8600081	percardiacophrenic artery	UBERON:0003469
UBERON:8600085	hepatic portal venule	UBERON:0004647|UBERON:0015796
UBERON:8600086	incisor artery	UBERON:0001456|UBERON:0001637
UBERON:8600094	intra-acinar arteriole	UBERON:0003495|UBERON:0003512|UBERON:0008874
UBERON:8600095	ascending palatine artery	UBERON:0001456|UBERON:0001637
UBERON:8600096	submental artery	UBERON:0001456|UBERON:0001637
UBERON:8600097	deep lingual artery	UBERON:0001456|UBERON:0001610
UBERON:8600098	dorsal lingual artery	UBERON:0001456|UBERON:0001637
UBERON:8600099	accessory meningeal artery	UBERON:0000033|UBERON:0001637
UBERON:8600100	artery of pterygoid canal	UBERON:0001456|UBERON:0001637
UBERON:8600101	descending palatine artery	UBERON:0001456|UBERON:0001637
UBERON:8600102	left anterior descending artery	UBERON:0000915|UBERON:0035395
UBERON:8600103	anterior internal vertebral venous plexus	UBERON:0002240
UBERON:8600104	intervertebral vein	UBERON:0002240
UBERON:8600106	anterior humeral circumflex artery	UBERON:0001637
UBERON:8600107	posterior humeral circumflex artery	UBERON:0001637
UBERON:8600108	proximal ureter	UBERON:0000056|UBERON:0006555
UBERON:8600109	distal ureter	UBERON:0000056|UBERON:0006555
UBERON:8600110	intramural ureter	UBERON:0000056|UBERON:0006555
UBERON:8600111	right distal ureter	UBERON:0001222|UBERON:8600109
UBERON:8600112	left distal ureter	UBERON:0001223|UBERON:8600109
UBERON:8600113	right proximal ureter	UBERON:0001222|UBERON:8600108
UBERON:8600114	left proximal ureter	UBERON:0001223|UBERON:8600108
UBERON:8600115	right intramural ureter	UBERON:0001222|UBERON:8600110
UBERON:8600116	left intramural ureter	UBERON:0001223|UBERON:8600110
UBERON:8600119	myenteric ganglion of small intestine	UBERON:0002108
UBERON:8600120	atrial intrinsic cardiac ganglion	UBERON:0002081
UBERON:8600124	fallopian tube epithelium	UBERON:0003889
UBERON:8600125	superior fallopian tube epithelium	UBERON:0000064|UBERON:0005156|UBERON:8600124
UBERON:8600126	inferior fallopian tube epithelium	UBERON:0000064|UBERON:0005156|UBERON:8600124
UBERON:8600127	mesosalpinx-proximal fallopian tube epithelium	UBERON:0000064|UBERON:0005156|UBERON:8600124
UBERON:8600128	antimesosalpinx-proximal fallopian tube epithelium	UBERON:0000064|UBERON:0005156|UBERON:8600124
UBERON:8600129	corpus hemorrhagicum	UBERON:0000992|UBERON:0004120
UBERON:8600130	superior muscular layer of fallopian tube	UBERON:0000064|UBERON:0005156|UBERON:0006642
UBERON:8600131	inferior muscular layer of fallopian tube	UBERON:0000064|UBERON:0005156|UBERON:0006642
UBERON:8600132	mesosalpinx-proximal muscular layer of fallopian tube	UBERON:0000064|UBERON:0005156|UBERON:0006642
UBERON:8600133	antimesosalpinx-proximal muscular layer of fallopian tube	UBERON:0000064|UBERON:0005156|UBERON:0006642
UBERON:8600134	ascending colon lamina propria	UBERON:0001156
UBERON:8600135	descending colon lamina propria	UBERON:0001158
UBERON:8600136	sigmoid colon lamina propria	UBERON:0001159
UBERON:8600137	transverse colon lamina propria	UBERON:0001157
UBERON:8600138	stomach lamina propria	UBERON:0000945
UBERON:8600139	caecum lamina propria	UBERON:0001153
UBERON:8600140	rectum lamina propria	UBERON:0001052
UBERON:8700002	stratum spinosum of esophageal epithelium	UBERON:0001043|UBERON:0006920
UBERON:8700003	stratum corneum of esophageal epithelium	UBERON:0001043|UBERON:0006920
UBERON:8850000	lumen of pulmonary alveolus	UBERON:0002299
UBERON:8920000	anterior ciliary artery	UBERON:0000970|UBERON:0001637
UBERON:8920001	short posterior ciliary artery	UBERON:0000970|UBERON:0001637
UBERON:8920002	long posterior ciliary artery	UBERON:0000970|UBERON:0001637
UBERON:8920003	right marginal artery	UBERON:0000948|UBERON:0001637|UBERON:0003498
UBERON:8920004	segmental renal artery	UBERON:0001184|UBERON:0002113|UBERON:0003644
UBERON:8920005	superior segmental renal artery	UBERON:0002113|UBERON:0009885|UBERON:8920004
UBERON:8920006	anterior superior segmental renal artery	UBERON:0002113|UBERON:0009885|UBERON:8920004
UBERON:8920007	anterior inferior segmental renal artery	UBERON:0002113|UBERON:0009885|UBERON:8920004
UBERON:8920008	inferior segmental renal artery	UBERON:0002113|UBERON:0009885|UBERON:8920004
UBERON:8920009	posterior segmental renal artery	UBERON:0002113|UBERON:0009885|UBERON:8920004
UBERON:8920010	left marginal vein	UBERON:0000948|UBERON:0003498
UBERON:8920011	stellate vein of kidney	UBERON:0002113|UBERON:0005269
UBERON:8920012	segmental renal vein	UBERON:0002113|UBERON:0014401
UBERON:8920014	left bronchial vein	UBERON:0002048|UBERON:0003512
UBERON:8920015	right bronchial vein	UBERON:0002048|UBERON:0003512
UBERON:8920016	right inferior pulmonary vein	UBERON:0002048|UBERON:0003512
UBERON:8920017	left inferior pulmonary vein	UBERON:0002048|UBERON:0003512
UBERON:8920018	right superior pulmonary vein	UBERON:0002048|UBERON:0003512
UBERON:8920019	left superior pulmonary vein	UBERON:0002048|UBERON:0003512
UBERON:8920020	dorsal pancreatic artery	UBERON:0000916|UBERON:0039261
UBERON:8920021	greater pancreatic artery	UBERON:0000916|UBERON:0001637
UBERON:8920022	caudal pancreatic artery	UBERON:0000916|UBERON:0001637
UBERON:8920023	transverse pancreatic artery	UBERON:0000916|UBERON:0001637
UBERON:8920024	anterior superior pancreaticoduodenal artery	UBERON:0000916|UBERON:0002070
UBERON:8920025	posterior superior pancreaticoduodenal artery	UBERON:0000916|UBERON:0002070
UBERON:8920026	anterior inferior pancreaticoduodenal artery	UBERON:0000916|UBERON:0001637
UBERON:8920027	posterior inferior pancreaticoduodenal artery	UBERON:0000916|UBERON:0001637
UBERON:8920032	anterior cecal artery	UBERON:0000916|UBERON:0001637
UBERON:8920033	posterior cecal artery	UBERON:0000916|UBERON:0001637
UBERON:8920034	colic branch of ileocolic artery	UBERON:0000916|UBERON:0001637
UBERON:8920035	marginal artery of Drummond	UBERON:0000916|UBERON:0035548
UBERON:8920036	ascending branch of left colic artery	UBERON:0000916|UBERON:0001637
UBERON:8920037	descending branch of left colic artery	UBERON:0000916|UBERON:0001637
UBERON:8920038	meandering mesenteric artery	UBERON:0000916|UBERON:0035548
UBERON:8920039	left artery of caudate lobe	UBERON:0001637|UBERON:0002107|UBERON:0015796
UBERON:8920040	right artery of caudate lobe	UBERON:0001637|UBERON:0002107|UBERON:0015796
UBERON:8920041	cutaneous branch of ulnar artery	UBERON:0002416|UBERON:0035304
UBERON:8920042	ileal branch of ileocolic artery	UBERON:0000916|UBERON:0001637
UBERON:8920043	retroduodenal artery	UBERON:0000916|UBERON:0001637
UBERON:8920044	supraduodenal artery	UBERON:0000916|UBERON:0001637
UBERON:8920045	right gastric artery	UBERON:0000916|UBERON:0001637
UBERON:8920046	short gastric artery	UBERON:0000916|UBERON:0001637
UBERON:8920049	lobar artery of spleen	UBERON:0000916|UBERON:0001194
UBERON:8920050	esophageal branches of left gastric artery	UBERON:0000916|UBERON:0035539
UBERON:8920051	posterior scrotal artery	UBERON:0001637|UBERON:0002355
UBERON:8920052	vaginal artery	UBERON:0001637|UBERON:0002355
MONDO:0000001	disease		condition|disease or disorder|disease or disorder, non-neoplastic|diseases|diseases and disorders|disorder|disorders|medical condition|other disease
MONDO:0000270	lower respiratory tract disorder	MONDO:0005087	disease of lower respiratory tract|disease or disorder of lower respiratory tract|disorder of lower respiratory tract|lower respiratory tract disease|lower respiratory tract disease or disorder
MONDO:0000376	respiratory system cancer	MONDO:0004992|MONDO:0005087	cancer of respiratory system|malignant neoplasm of respiratory system|malignant respiratory system neoplasm
MONDO:0000503	lung adenocarcinoma in situ	MONDO:0005061	lung adenocarcinoma In situ
MONDO:0000531	bronchus mucoepidermoid carcinoma	MONDO:0005616
MONDO:0000532	lung combined type small cell adenocarcinoma	MONDO:0005061
MONDO:0000616	progesterone-receptor negative breast cancer	MONDO:0006116
MONDO:0000618	Her2-receptor negative breast cancer	MONDO:0006116
MONDO:0000893	mixed mucinous and nonmucinous bronchioloalveolar adenocarcinoma	MONDO:0004991	indeterminate bronchioloalveolar carcinoma|mixed mucinous and non-mucinous bronchioloalveolar carcinoma|mixed mucinous and non-mucinous bronchioloalveolar lung carcinoma|mixed mucinous and non-mucinous bronchoalveolar lung carcinoma
MONDO:0000894	mucinous bronchioloalveolar adenocarcinoma	MONDO:0004991|MONDO:0027772
MONDO:0000895	nonmucinous bronchioloalveolar adenocarcinoma	MONDO:0004991
MONDO:0002082	endocrine gland neoplasm	MONDO:0005070|MONDO:0005151	endocrine gland neoplasm (disease)|endocrine gland tumor|endocrine gland tumour|endocrine neoplasm|endocrine system neoplasm|endocrine system tumor|endocrine system tumour|endocrine tumor|endocrine tumour|neoplasm of endocrine gland|tumor of endocrine gland|tumour of endocrine gland
MONDO:0002108	thyroid cancer	MONDO:0015074|MONDO:0021069	cancer of thyroid gland|malignant neoplasm of the thyroid|malignant neoplasm of the thyroid gland|malignant neoplasm of thyroid|malignant neoplasm of thyroid gland|malignant thyroid gland neoplasm|malignant thyroid gland tumor|malignant thyroid gland tumour|malignant thyroid neoplasm|malignant thyroid tumor|malignant thyroid tumour|malignant tumor of the thyroid|malignant tumor of the thyroid gland|malignant tumor of thyroid|malignant tumor of thyroid gland|malignant tumour of the thyroid|malignant tumour of the thyroid gland|malignant tumour of thyroid|malignant tumour of thyroid gland|thyroid gland cancer
MONDO:0002657	breast disorder	MONDO:7770006	breast disease|breast disease or disorder|breast diseases|disease of breast|disease or disorder of breast|disorder of breast
MONDO:0003181	lung adenoid cystic carcinoma	MONDO:0005061	adenocystic carcinoma of lung|adenocystic carcinoma of the lung|adenoid cystic carcinoma of lung|adenoid cystic carcinoma of the lung|lung adenocystic carcinoma|lung adenoid cystic cancer|pulmonary adenocystic carcinoma|pulmonary adenoid cystic carcinoma
MONDO:0003240	thyroid gland disorder	MONDO:0005151	disease of thyroid gland|disease or disorder of thyroid gland|disorder of thyroid gland|thyroid disease|thyroid gland disease|thyroid gland disease or disorder|thyroid gland diseases|thyroid gland disorders
MONDO:0003274	thoracic cancer	MONDO:0004992|MONDO:0021350	cancer of thoracic segment of trunk|malignant neoplasm of the thorax|malignant neoplasm of thoracic segment of trunk|malignant neoplasm of thorax|malignant thoracic neoplasm|malignant thoracic segment of trunk neoplasm|malignant thoracic tumor|malignant thoracic tumour|malignant tumor of the thorax|malignant tumor of thorax|malignant tumour of the thorax|malignant tumour of thorax|thoracic segment of trunk cancer
MONDO:0003847	hereditary disease	MONDO:7770009	hereditary disease or disorder|hereditary diseases|inherited disease|inherited genetic disease|molecular disease
MONDO:0003892	acinar lung adenocarcinoma	MONDO:0005061	acinar adenocarcinoma of lung|acinar adenocarcinoma of the lung
MONDO:0003900	connective tissue disorder	MONDO:7770006	connective tissue disease|connective tissue disease or disorder|connective tissue diseases|connective tissue disorders|disease of connective tissue|disease or disorder of connective tissue|disease, connective tissue|disorder of connective tissue|primary disorder of connective tissue|tissue disease, connective
MONDO:0004127	lung occult adenocarcinoma	MONDO:0005061	occult adenocarcinoma of the lung
MONDO:0004670	lupus erythematosus	MONDO:0005554|MONDO:0007179	lupus
MONDO:0004970	adenocarcinoma	MONDO:0004993|MONDO:0024276	adenocarcinoma NOS (morphologic abnormality)|adenocarcinoma, malignant|adenocarcinoma, no subtype (morphologic abnormality)|adenocarcinomas
MONDO:0004984	basal-like breast carcinoma	MONDO:0005494	basal-like breast cancer|basal-like subtype of breast carcinoma
MONDO:0004989	breast carcinoma	MONDO:0004993|MONDO:0007254	carcinoma of breast|carcinoma of the breast|mammary carcinoma
MONDO:0004991	minimally invasive lung adenocarcinoma	MONDO:0005061	BAC|bac|bronchioalveolar adenocarcinoma of lung|bronchioalveolar adenocarcinoma of the lung|bronchioalveolar lung carcinoma|bronchiolo-alveolar carcinoma of lung|bronchiolo-alveolar carcinoma of the lung|bronchiolo-alveolar lung carcinoma|bronchioloalveolar adenocarcinoma of lung|bronchioloalveolar adenocarcinoma of the lung|bronchioloalveolar carcinoma|bronchioloalveolar lung adenocarcinoma|carcinoma, bronchioloalveolar, malignant
MONDO:0004992	cancer	MONDO:0005070	tumor|tumour|malignancy|CA|cell type cancer|malignant growth|malignant neoplasm|malignant neoplasm (disease)|malignant neoplastic disease|malignant tumor|malignant tumour|neoplasm (disease), malignant|neoplasm, malignant
MONDO:0004993	carcinoma	MONDO:0004992|MONDO:0005626	Other carcinoma|carcinoma, malignant|epithelial carcinoma|epithelioma malignant|malignant epithelial neoplasm|malignant epithelial tumor|malignant epithelial tumour|malignant epithelioma
MONDO:0005046	immune system disorder	MONDO:7770006	disease of immune system|disease or disorder of immune system|disorder of immune system|immune disease|immune disorder|immune dysfunction|immune system disease or disorder
MONDO:0005061	lung adenocarcinoma	MONDO:0004970|MONDO:0005233	adenocarcinoma of lung|adenocarcinoma of the lung|non-small cell lung adenocarcinoma
MONDO:0005070	neoplasm	MONDO:0023370	disease of cellular proliferation|neoplasia|neoplasm (disease)|neoplastic disease|neoplastic growth|tumor|tumor disease|tumour|tumour disease
MONDO:0005087	respiratory system disorder	MONDO:7770006	disease of respiratory system|disease or disorder of respiratory system|disorder of respiratory system|respiratory disease|respiratory disorder|respiratory system disease|respiratory system disease or disorder
MONDO:0005138	lung carcinoma	MONDO:0004993|MONDO:0008903	carcinoma of lung|carcinoma of the lung
MONDO:0005151	endocrine system disorder	MONDO:7770006	disease of endocrine system|disease or disorder of endocrine system|disorder of endocrine system|endocrine disease|endocrine disorder|endocrine system disease|endocrine system disease or disorder|endocrinopathy|thyroid or other glandular disorders
MONDO:0005232	large cell carcinoma	MONDO:0004993	carcinoma, large cell
MONDO:0005233	non-small cell lung carcinoma	MONDO:0005138	NSCLC|NSCLC - non-small cell lung cancer|non-small cell cancer of lung|non-small cell cancer of the lung|non-small cell carcinoma of lung|non-small cell carcinoma of the lung|non-small cell lung cancer|non-small cell lung carcinoma (disease)
MONDO:0005275	lung disorder	MONDO:0000270	disease of lung|disease or disorder of lung|disorder of lung|lung disease|lung disease or disorder|lung disorders|pulmonary disease|pulmonary diseases|pulmonary disorder|pulmonary disorders
MONDO:0005494	triple-negative breast carcinoma	MONDO:0000616|MONDO:0000618|MONDO:0006513	triple-negative breast cancer|triple-receptor negative breast cancer
MONDO:0005554	rheumatic disorder	MONDO:0003900	rheumatic disease|rheumatologic disorder
MONDO:0005616	pulmonary mucoepidermoid carcinoma	MONDO:0027772	lung mucoepidermoid cancer|lung mucoepidermoid carcinoma
MONDO:0005617	undifferentiated carcinoma	MONDO:0004993	anaplastic carcinoma|carcinoma, undifferentiated|carcinoma, undifferentiated, malignant
MONDO:0005626	epithelial neoplasm	MONDO:0005070	epithelioma
MONDO:0006049	papillary lung adenocarcinoma	MONDO:0005061	lung papillary adenocarcinoma|lung papillary-adenocarcinoma|papillary adenocarcinoma of lung|papillary adenocarcinoma of the lung
MONDO:0006116	breast carcinoma by gene expression profile	MONDO:0004989
MONDO:0006281	lung signet ring cell carcinoma	MONDO:0005061
MONDO:0006468	thyroid gland undifferentiated (anaplastic) carcinoma	MONDO:0005232|MONDO:0005617|MONDO:0015075	Dedifferentiated thyroid gland carcinoma|anaplastic carcinoma of the thyroid|anaplastic carcinoma of the thyroid gland|anaplastic carcinoma of thyroid|anaplastic carcinoma of thyroid gland|anaplastic thyroid cancer|anaplastic thyroid carcinoma|anaplastic thyroid gland carcinoma|metaplastic thyroid gland carcinoma|pleomorphic thyroid gland carcinoma|sarcomatoid thyroid gland carcinoma|thyroid gland carcinosarcoma|thyroid gland undifferentiated carcinoma|undifferentiated (anaplastic) thyroid gland cancer|undifferentiated (anaplastic) thyroid gland carcinoma|undifferentiated carcinoma of the thyroid|undifferentiated carcinoma of the thyroid gland|undifferentiated carcinoma of thyroid|undifferentiated carcinoma of thyroid gland|undifferentiated thyroid carcinoma|undifferentiated thyroid gland carcinoma|undifferentiated thyroid tumor|undifferentiated thyroid tumour
MONDO:0006513	estrogen-receptor negative breast cancer	MONDO:0006116	ER- breast cancer
MONDO:0007179	autoimmune disease	MONDO:0005046	autoimmune disease or disorder|autoimmune disorder|disease, autoimmune
MONDO:0007254	breast cancer	MONDO:0003274|MONDO:0021100	cancer of breast|malignant breast neoplasm|malignant breast tumor|malignant breast tumour|malignant neoplasm of breast|malignant neoplasm of the breast|malignant tumor of breast|malignant tumor of the breast|malignant tumour of breast|malignant tumour of the breast
MONDO:0007915	systemic lupus erythematosus	MONDO:0004670|MONDO:0023603	Lupus|SLE|SLE - lupus erythematosus, systemic|disseminated lupus erythematosus|lupus erythematosus, systemic|systemic lupus erythematosus (disease)|systemic lupus erythematosus susceptibility to
MONDO:0008903	lung cancer	MONDO:0000376|MONDO:0003274|MONDO:0021117	adenocarcinoma of lung, response to tyrosine kinase inhibitor in, autosomal dominant, somatic mutation|adenocarcinoma of lung, somatic|cancer of lung|lung cancer, protection against, autosomal dominant, somatic mutation|lung cancer, resistance to, autosomal dominant, somatic mutation|lung cancer, somatic|lung cancer, susceptibility to, autosomal dominant, somatic mutation|malignant lung neoplasm|malignant lung tumor|malignant lung tumour|malignant neoplasm of lung|malignant neoplasm of the lung|malignant tumor of lung|malignant tumor of the lung|malignant tumour of lung|malignant tumour of the lung|nonsmall cell lung cancer, response to tyrosine kinase inhibitor in, autosomal dominant, somatic mutation|nonsmall cell lung cancer, somatic|nonsmall cell lung cancer, susceptibility to, autosomal dominant, somatic mutation
MONDO:0013743	autosomal systemic lupus erythematosus type 16	MONDO:0007915	SLEB16|systemic lupus erythematosus 16|systemic lupus erythematosus related to DNASE1L3|systemic lupus erythematosus type 16
MONDO:0015074	thyroid tumor	MONDO:0002082|MONDO:0003240	neoplasm of the thyroid|neoplasm of the thyroid gland|neoplasm of thyroid|neoplasm of thyroid gland|thyroid gland neoplasm|thyroid gland neoplasm (disease)|thyroid gland tumor|thyroid gland tumour|thyroid neoplasm|thyroid neoplasms|tumor of the thyroid|tumor of the thyroid gland|tumor of thyroid|tumor of thyroid gland|tumour of the thyroid|tumour of the thyroid gland|tumour of thyroid|tumour of thyroid gland
MONDO:0015075	thyroid gland carcinoma	MONDO:0002108|MONDO:0004993	carcinoma of the thyroid|carcinoma of the thyroid gland|carcinoma of thyroid|carcinoma of thyroid gland|thyroid carcinoma
MONDO:0017292	well-differentiated fetal adenocarcinoma of the lung	MONDO:0005061	WDFA|fetal adenocarcinoma|fetal lung adenocarcinoma|foetal adenocarcinoma|foetal lung adenocarcinoma|pulmonary adenocarcinoma of fetal type|pulmonary adenocarcinoma of foetal type|pulmonary endodermal tumor resembling fetal lung|pulmonary endodermal tumour resembling foetal lung|well-differentiated fetal lung adenocarcinoma|well-differentiated foetal lung adenocarcinoma
MONDO:0018360	neonatal lupus erythematosus	MONDO:0007915	Neonatal Lupus
MONDO:0019725	pediatric systemic lupus erythematosus	MONDO:0007915	SLE, paediatric onset|SLE, pediatric onset
MONDO:0020641	respiratory tract neoplasm	MONDO:0005070|MONDO:0005087	neoplasm of respiratory tract|neoplasm of the respiratory tract|neoplasm, respiratory tract|neoplasms, respiratory tract|respiratory system neoplasm|respiratory tract tumor|respiratory tract tumour|tract neoplasm, respiratory|tract neoplasms, respiratory|tumor of respiratory tract|tumor of the respiratory tract|tumour of respiratory tract|tumour of the respiratory tract
MONDO:0021069	malignant endocrine neoplasm	MONDO:0002082|MONDO:0004992	Endocrine tumour|cancer of endocrine gland|endocrine cancer|endocrine gland cancer|endocrine neoplasm, malignant|malignant endocrine gland neoplasm|malignant endocrine gland tumor|malignant endocrine gland tumour|malignant endocrine tumor|malignant endocrine tumour|malignant neoplasm of endocrine gland|malignant neoplasm of the endocrine gland|malignant tumor of endocrine gland|malignant tumor of the endocrine gland|malignant tumour of the endocrine gland
MONDO:0021100	breast neoplasm	MONDO:0002657|MONDO:0021350	breast neoplasm (disease)|breast tumor|breast tumour|neoplasm of breast|neoplasm of the breast|neoplasm, breast|tumor of breast|tumor of the breast|tumour of breast|tumour of the breast
MONDO:0021117	lung neoplasm	MONDO:0005275|MONDO:0020641|MONDO:0021350	lung neoplasm (disease)|lung neoplasms|lung tumor|lung tumour|neoplasm of lung|neoplasm of the lung|tumor of lung|tumor of the lung|tumour of lung|tumour of the lung
MONDO:0021350	neoplasm of thorax	MONDO:0005070	neoplasm of the thorax|neoplasm of thoracic segment of trunk|thoracic neoplasm|thoracic segment of trunk neoplasm|thoracic segment of trunk neoplasm (disease)|thoracic segment of trunk tumor|thoracic segment of trunk tumour|thoracic tumor|thoracic tumour|tumor of the thorax|tumor of thoracic segment of trunk|tumor of thorax|tumour of the thorax|tumour of thoracic segment of trunk|tumour of thorax
MONDO:0023370	neoplastic disease or syndrome	MONDO:0045024
MONDO:0023603	hereditary disorder of connective tissue	MONDO:0003847|MONDO:0003900	Mendelian connective tissue disorder|connective tissue hereditary disorder|hereditary connective tissue disorder
MONDO:0024276	glandular cell neoplasm	MONDO:0005626	glandular cell epithelial neoplasm|glandular cell epithelium neoplasm|glandular cell tumor|glandular cell tumour
MONDO:0027772	lung colloid adenocarcinoma	MONDO:0005061	lung mucinous cystadenocarcinoma|lung mucinous cystic tumor of borderline malignancy|lung mucinous cystic tumour of borderline malignancy
MONDO:0043985	central nervous system lupus	MONDO:0007915	CNS lupus
MONDO:0044113	bullous systemic lupus erythematosus	MONDO:0007915	BSLE
MONDO:0045024	cancer or benign tumor	MONDO:7770008
MONDO:0700096	human disease	MONDO:0000001	human disease or disorder
MONDO:0700323	systemic lupus erythematosus related to C4A	MONDO:0007915
MONDO:0850122	solid adenocarcinoma with mucin production	MONDO:0005061
MONDO:0859083	systemic lupus erythematosus 17	MONDO:0007915
MONDO:1060174	systemic lupus erythematosus related to C1QA	MONDO:0007915
MONDO:1060176	systemic lupus erythematosus related to C1S	MONDO:0007915
MONDO:1060185	systemic lupus erythematosus 18	MONDO:0007915	SLEB18|systemic lupus erythematosus related to PLD4
MONDO:7770006	disease by body system or component	MONDO:0700096
MONDO:7770008	disease by etiologic mechanism	MONDO:0700096
MONDO:7770009	disease of genetic or genomic mechanism	MONDO:7770008`;
