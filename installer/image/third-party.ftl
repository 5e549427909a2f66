<#-- THIRD-PARTY.txt of the image: one block per library, in order of its coordinates. -->
Kvarter contains these libraries, each under its own licence.

<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#assign licenses = entry.getValue()/>
${project.groupId}:${project.artifactId}:${project.version}
    ${project.name!project.artifactId}<#if project.url?has_content>, ${project.url}</#if>
    <#list licenses as license>${license}<#sep>; </#sep></#list>

</#list>
