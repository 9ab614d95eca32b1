// Lists common first names of men and of women.
/** Common first names by gender, in lower case, from general knowledge of names in English-language news. */
export const MALE_FIRST_NAMES = `
aaron abdul abdullah abe abraham adam adrian ahmad ahmed aidan alan albert alberto alec alejandro alex alexander
alexei alfred alfredo ali allan allen alonzo alvin amir amos anders andre andreas andrei andres andrew andy angelo
angus anthony antoine anton antonio ari armando arnold arthur arturo asher austin ayman barack barney barry bart
bashar basil beau ben benjamin benny bernard bernie bert bill billy bob bobby boris brad bradley brandon brendan brent
bret brett brian bruce bruno bryan bryce bud burt byron caleb calvin cameron carl carlos carlton cecil cedric cesar
chad charles charlie chase chester chet chip chris christian christopher chuck clarence clark claude clay clayton
cliff clifford clint clinton clyde cody colin connor conrad corey cornelius craig curt curtis cyrus dale damian
damon dan daniel danny darrell darren darryl dave david dean dennis derek derrick desmond devin dexter diego dick
diego dimitri dmitri dmitry dominic don donald donnie doug douglas drew duane duncan dustin dwayne dwight dylan earl
ed eddie edgar eduardo edward edwin eli elias elijah elliot elliott elmer emanuel emilio emmanuel enrique eric erik
ernest ernesto ernie erwin esteban ethan eugene evan everett ezra felipe felix fernando fidel floyd francis
francisco francois frank frankie franklin franz fred freddie frederick fritz gabriel garrett garth gary gavin gene
geoff geoffrey george gerald gerard gerardo gerry gilbert giovanni glen glenn gordon graham grant greg gregg gregory
guillermo gus guy hakeem hal hamid hamza hank hans harold harrison harry harvey hassan hector henri henry herb
herbert herman hiroshi homer horace howard hubert hugh hugo humberto hussein ian ibrahim igor ike ira irving isaac
isaiah ismail ivan jack jackson jacob jacques jaime jake jamal james jamie jan jared jarrod jason javier jay jean
jed jeff jefferson jeffrey jerald jeremiah jeremy jermaine jerome jerry jesse jesus jim jimmy joaquin joe joel joey
johan johannes john johnny jon jonah jonas jonathan jordan jorge jose josef joseph josh joshua juan julian julio
julius justin kareem karl keith ken kenneth kenny kent kevin khalid kirk klaus kurt kyle lamar lance larry lars
laurent lawrence lee leo leon leonard leonardo leonid leroy leslie lester levi lewis liam lincoln lindsey lionel
lloyd logan lorenzo lou louis luca lucas luciano luis luke luther lyle lyndon mack malcolm manny manuel marc marcel
marco marcos marcus mario marion mark marlon marshall martin marty marvin mathew matt matthew maurice max maxwell
mehmet mel melvin micah michael michel miguel mike mikhail milo milton mitch mitchell mitt mohamed mohammad mohammed
mohammad mohsin morgan morris moses muhammad murray mustafa myron nasser nate newt nathan nathaniel neal ned neil
nelson nicholas nick nicolas nigel nikita nikolai noah noam noel norman oleg oliver omar oscar osama otis otto owen
pablo paolo pat patrick paul pedro percy perry pete peter phil philip phillip pierre pierre preston quentin rafael
ralph ramon rand randall randolph randy raphael raul ray raymond reed reggie reginald reid reince rene rex reuben
ricardo riccardo rich richard rick ricky rob robert roberto robin rod roderick rodney rodrigo roger roland rolf
roman ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rupert russ russell ryan said salman salvador sam
sammy samuel santiago saul scott scotty sean sebastian sergei sergey sergio seth shane shaun shawn sheldon sid
sidney silvio simon sol spencer stan stanley stefan stephen sterling steve steven stewart stuart sylvester tariq ted
terrence terry theo theodore thom thomas thurgood tim timothy toby todd tom tommy tony travis trevor trey troy tucker
ty tyler tyrone ulrich vern vernon victor vikram vince vincent virgil vitaly vlad vladimir wade wallace walt walter
warren wayne wendell wes wesley wilbur wiley will willard willem william willie winston wolfgang woodrow xavier
yasser yuri yusuf zachary zack zbigniew zeke
alasdair alastair alistair ambrose ammon anselm arjun bram cormac cory dario dewayne dino dunstan emmet
emmett everard ewan fabian federico filippo finlay geraldo giles guido gunnar hamish hiro idris jeb jorgen
kieran kofi kwame lachlan laszlo lowell magnus markus morten morton mungo nils novak osman pascal prescott
rahul rajesh rashad ravi robby rohan rush saeed sanjay silas steffen stu sunil sven tad tomasz trayvon trent
vijay wilfred wilfrid witold wojciech`

export const FEMALE_FIRST_NAMES = `
abby abigail ada adele adriana agnes aisha alana alexandra alexis alice alicia alina alisa alison allison allyson
alma alyssa amanda amber amelia amina amy ana anastasia andrea angela angelica angelina anita ann anna anne annette
annie antoinette april ariana arianna ashley astrid audrey aung ava barbara beatrice beatriz becky belinda bernadette
bernice bertha bessie beth bethany betsy bettina betty beverly bianca blanca bonnie brenda brianna bridget britney
brittany brooke camila camille candace candice cara carla carly carmen carol carole carolina caroline carolyn carrie
cassandra cassie catalina catherine cathy cecelia cecilia cecile celeste celia charlene charlotte chelsea cheri
cheryl chloe christa christiana christiane christina christine christy cindy claire clara clarissa claudia colleen
connie constance cora corinne courtney cristina crystal cynthia daisy dana daniela danielle daphne darlene dawn
deanna debbie deborah debra deirdre delia delores denise desiree diana diane dianne dina dolores donna dora doreen
doris dorothy edith edna eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen ellie eloise
elsa elsie elvira emily emma erica erika erin esmeralda esperanza estelle esther ethel eugenia eunice eva eve evelyn
faith fatima faye felicia fiona flora florence frances francesca francine freda frieda gabriela gabrielle gail
gayle geneva genevieve georgia georgina geraldine gertrude gina ginger ginny gladys glenda gloria grace greta
gretchen gwen gwendolyn hallie hannah harriet hazel heather heidi helen helena helene henrietta hilary hilda hillary
hope huma ida ilana ilyse imani ines ingrid irene iris irina isabel isabella isabelle ivana ivanka jackie jacqueline
jada jan jana jane janet janice janine jasmine jean jeanette jeanine jeanne jen jenna jennie jennifer jenny jessica
jill jillian jo joan joann joanna joanne jocelyn jodi jody johanna jolene josefina josephine josie joy joyce juanita
judith judy julia juliana julianne julie juliet june justine kaitlyn kara karen kari karin karina karla kate
katerina katharine katherine kathleen kathryn kathy katie katrina katy kay kayla kaylee keisha kellie kelly
kellyanne kelsey kendra kerry kiersten kim kimberly kirsten krista kristen kristin kristina kristy lana lara latoya
laura lauren laurie layla lea leah leila lena leslie leticia liana lila lillian lilly lily linda lindsay lisa lise
liz liza lizzie lois lola lora loretta lori lorraine louisa louise lourdes lucia lucille lucinda lucy luisa lupita
lydia lynn lynne mabel mackenzie madeleine madeline madison mae maggie malia mandy marcella marcia marcy margaret
margarita margie margo marguerite maria mariah mariam marian marianne maribel marie marilyn marina marisa marissa
marjorie marla marlene marsha marta martha martina mary maryam maureen mavis maxine maya meg megan meghan melania
melanie melinda melissa mercedes meredith meryl mia michaela michele michelle mildred mindy miranda miriam misty
molly mona monica monique muriel myra myrtle nadia nadine nancy naomi natalia natalie natasha nellie nicola nicole
nikki nina noelle noor nora noreen norma octavia olga olive olivia opal pam pamela pat patrice patricia patsy patti
patty paula paulette pauline pearl peggy penelope penny petra phoebe phyllis priscilla priya rachel ramona raquel
rebecca regina renata renee rhoda rhonda rita roberta robin robyn rochelle rosa rosalie rosalind rosario rose
roseanne rosemary rosie roxanne ruby ruth sabrina sally samantha sandra sandy sara sarah sasha savannah scarlett
selena selma serena shannon shari sharon shauna sheila shelby shelley shelly sheri sherri sherry sheryl shirley
silvia simone sofia sondra sonia sonja sonya sophia sophie stacey stacy stella stephanie sue susan susana susanna
susanne susie suzanne suzy svetlana sybil sylvia tabitha tamara tammy tania tanya tara tasha tatiana teresa teri
terri tess tessa thelma theresa therese tiffany tina toni tonya tracey tracy tricia trina trisha ursula valentina
valerie vanessa vera veronica vicki vickie victoria viola violet virginia vivian wanda wendy whitney wilhelmina
wilma winifred yasmin yesenia yolanda yvette yvonne zainab zoe zora
anneliese anthea aubrey bree brianne briony celestine cordelia cosima dena devi dympna elspeth freya frida
gudrun gwyneth halima henrike hermione imogen ingeborg iman isla leonora lolita mattie maud maude maeve
meenakshi megyn millicent minna moira morag nell nelly niamh odette odile philippa polly poppy rosalia
saoirse shirin sigrid siobhan sunniva thea una unity wren zeynep zuleika`
