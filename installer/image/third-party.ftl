<#-- THIRD-PARTY.txt of the image: one block per library, in the order of their coordinates, from what its own POM says. -->
Kvarter is under the Apache License 2.0 (see LICENSE). It contains these libraries, each unchanged and under its own licence:

<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#assign licenses = entry.getValue()/>
${project.artifactId} ${project.version}  (${project.groupId})
    <#list licenses as license>${license}<#sep> or </#list>
<#if project.url?has_content>    ${project.url}
</#if>

</#list>
